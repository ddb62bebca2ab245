-- SPDX-License-Identifier: MIT
create function api.my_tasks(at_most int default 200)
returns table (section text, section_label text, tasking_id uuid, row_version int, tasking_ref text, line_id uuid, line_ref text, line_name text,
	title text, unit text, officer text, state text, state_label text, priority text, due date, answer_due date, late boolean, fresh boolean, who text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := (select k.today from ref.clock k);
begin
	return query
		select (array['late', 'answer', 'due', 'open', 'decide', 'others'])[o.section],
			(array['Late', 'Awaiting our answer', 'Due before the next review', 'Open', 'Waiting for my decision', 'Waiting on others'])[o.section],
			t.tasking_id, t.row_version, t.tasking_ref, t.line_id, coalesce(l.line_ref, (select g.group_ref from data.crime_group g where g.group_id = t.group_id), ''),
			coalesce(l.name, (select g.name from data.crime_group g where g.group_id = t.group_id), ''), t.title, t.unit,
			coalesce(t.owner, ''), t.state, s.label, t.priority, t.due, case when t.state = 'offered' then t.answer_due end, t.due < today,
			o.fresh, coalesce(t.owner, t.unit)
		from data.my_task_ids(at_most) o
		join data.tasking t on t.tasking_id = o.tasking_id
		join ref.tasking_state s on s.code = t.state
		left join data.line l on l.line_id = t.line_id
		order by o.section, case when o.section = 2 then t.answer_due end, t.due, t.tasking_ref
		limit at_most * 6;
end
$$;
comment on function api.my_tasks(int) is 'What the caller''s unit is to do, what waits for the caller to decide, and what they wait for';
