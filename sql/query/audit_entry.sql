-- The hash of one entry, to be held against what was printed.
select hash, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from api.audit_log where entry_id = $1::bigint;
