select line, cell, reason from api.import_errors($1::uuid, $2::integer);
