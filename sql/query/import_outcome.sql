select added, changed, same from api.import_outcome($1::uuid);
