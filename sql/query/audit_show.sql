-- Entries of the log, the latest first: of some days, of one login, of one operation.
select entry_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, operation, login, object_kind,
       object_id, justification, recipient, detail::text as detail, hash
  from api.audit_log
 where ($1::date is null or at >= $1::date) and ($2::date is null or at < $2::date + 1)
   and ($3 = '' or login = $3) and ($4 = '' or operation = lower($4))
 order by entry_id desc
 limit $5::int;
