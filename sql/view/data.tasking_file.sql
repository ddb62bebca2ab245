-- SPDX-License-Identifier: MIT
-- Empty cells are '', as in the file.
create view data.tasking_file as
	select t.tasking_id, t.tasking_ref, coalesce(l.line_ref, '') as line_ref, coalesce(g.group_ref, '') as group_ref, t.title, t.route,
		t.unit, coalesce(t.owner, '') as officer, coalesce(t.operation, '') as operation, coalesce(t.four_p, '') as four_p, t.priority,
		t.raised_on, t.raised_by, t.due as due_on, t.state,
		coalesce(t.completed_on, case when t.state = 'refused' then t.authorised_on end) as closed_on, t.result
	from data.tasking t
	left join data.line l using (line_id)
	left join data.crime_group g using (group_id);
comment on view data.tasking_file is 'Taskings as files have them';
