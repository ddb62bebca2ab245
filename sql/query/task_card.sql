-- One tasking with its history.
select section, label, text from api.task($1::uuid);
