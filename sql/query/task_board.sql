-- Open taskings by state or by unit: the first 60 of each.
select key, label, total, late_total, tasking_id, line_id, row_version, '' as section, '' as section_label, tasking_ref, line_ref, '' as line_name,
	title, unit, officer, '' as state, state_label, priority, due, null as answer_due, coalesce(officer, unit), late, false as fresh
from api.task_board($1, 60);
