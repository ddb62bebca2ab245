-- What waits for a decision, most urgent first.
select kind, object, object_id, line_id, line_ref, name, what, since, due, late, who from api.waiting();
