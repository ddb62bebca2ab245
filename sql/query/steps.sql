-- What can be done to a record.
select step, label, help, blocked from api.steps($1, $2::uuid);
