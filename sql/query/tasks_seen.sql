-- The caller has looked at their taskings.
select api.tasks_seen();
