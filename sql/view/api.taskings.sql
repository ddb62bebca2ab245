-- SPDX-License-Identifier: MIT
create view api.taskings as
	select t.tasking_id, t.tasking_ref, t.line_id, l.line_ref, l.name as line_name, t.group_id, g.group_ref, t.title, t.asked, t.why,
		t.route, t.nim_level, t.unit, t.owner as officer, t.operation, t.four_p, t.priority, t.resources, t.raised_on, t.raised_by,
		t.due as due_on, t.answer_due, t.offered_on, t.answered_on, t.state, s.label as state_label, t.is_open,
		t.is_open and t.due < c.today as late, t.state = 'offered' and t.answer_due < c.today as answer_late, t.carried,
		coalesce(t.completed_on, case when t.state = 'refused' then t.authorised_on end) as closed_on, t.result, t.evidence, t.authorised_by, t.reviewed_by, t.force, t.row_version
	from data.tasking t
	join ref.tasking_state s on s.code = t.state
	left join data.line l using (line_id)
	left join data.crime_group g on g.group_id = t.group_id
	cross join ref.clock c;
comment on view api.taskings is 'Taskings the caller sees: those of their unit, and of lines and groups they see';
