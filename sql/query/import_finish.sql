select errors, warnings, added, changed, same from api.import_finish($1::uuid, $2::boolean);
