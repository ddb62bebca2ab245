select api.log_export($1, $2, $3::bigint, $4);
