-- The key of a tasking by its reference.
select tasking_id from api.taskings where tasking_ref = upper($1);
