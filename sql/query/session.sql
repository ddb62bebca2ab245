-- Who is connected, what the clock says and which schema this is: the first answer of a connection.
select login, name, role, unit, force, training, read_only,
       (extract(epoch from clock::timestamp) * 1000000)::bigint as clock_us,
       today, stale_days, schema_version
  from api.session();
