-- What the user is to answer, to do, to decide and waits for, the most pressing first.
select tasking_id, line_id, row_version, section, section_label, tasking_ref, line_ref, line_name, title, unit, officer, state,
	state_label, priority, due, answer_due, who, late, fresh
from api.my_tasks();
