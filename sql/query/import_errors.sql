select line, cell, reason, warning from api.import_errors($1::uuid, $2::integer);
