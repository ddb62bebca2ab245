select api.import_begin($1, $2, $3::uuid);
