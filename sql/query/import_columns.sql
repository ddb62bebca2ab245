select kind, name, required from api.import_columns order by kind, position;
