-- Open taskings due on a day.
select tasking_id, line_id, row_version, '' as section, '' as section_label, tasking_ref, coalesce(line_ref, group_ref), line_name, title, unit,
	officer, state, state_label, priority, due_on, answer_due, coalesce(officer, unit), late, false as fresh
from api.taskings where is_open and due_on = $1::date order by unit, tasking_ref limit 500;
