select api.import_rows($1::uuid, $2::jsonb);
