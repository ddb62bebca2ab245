-- Open taskings of a unit, the earliest due first.
select tasking_id, line_id, row_version, '' as section, '' as section_label, tasking_ref, coalesce(line_ref, group_ref), line_name, title, unit,
	officer, state, state_label, priority, due_on, answer_due, coalesce(officer, unit), late, false as fresh
from api.taskings where is_open and unit = $1 order by due_on, tasking_ref limit 500;
