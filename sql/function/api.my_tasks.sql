-- SPDX-License-Identifier: MIT
-- Each branch is a walk along an index of open taskings, and bounded: units that answer are few, and so are their
-- late and due ones. A tasking stands in the first section it fits. Late is what is open and past its day, whoever
-- has to act: the grid, the export and the sheet of a unit count the same.
create function api.my_tasks(at_most int default 200)
returns table (section text, section_label text, tasking_id uuid, row_version int, tasking_ref text, line_id uuid, line_ref text, line_name text,
	title text, unit text, officer text, state text, state_label text, priority text, due date, answer_due date, late boolean, fresh boolean, who text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with c as materialized (
		select k.today, data.next_review(k.today) as review, s.login, s.writes_force, s.role,
			array(select distinct u from unnest(s.sees_units || s.unit) u where u is not null and s.role in ('analyst', 'lro', 'supervisor')) as units,
			n.seen_at
		from ref.clock k join data.staff s on s.login = session_user and s.active and s.valid_to > now()
		left join data.tasking_seen n on n.login = s.login
	), held as (
		select t.tasking_id, case when t.due < c.today then 1 when t.state = 'offered' then 2 when t.due <= c.review then 3 else 4 end as n
		from c cross join unnest(c.units) u
		cross join lateral (
			(select x.tasking_id, x.due, x.state from data.tasking x where x.unit = u and x.is_open and x.due < c.today
				order by x.due limit at_most)
			union
			(select x.tasking_id, x.due, x.state from data.tasking x where x.unit = u and x.state = 'offered' order by x.answer_due limit at_most)
			union
			(select x.tasking_id, x.due, x.state from data.tasking x where x.unit = u and x.is_open and x.due >= c.today
				and x.state in ('accepted', 'in-progress') order by x.due limit at_most)) t
		union
		select t.tasking_id, case when t.due < c.today then 1 when t.state = 'offered' then 2 when t.due <= c.review then 3 else 4 end
		from c cross join lateral (select x.* from data.tasking x where x.owner = c.login and x.is_open
			and (x.due < c.today or x.state in ('offered', 'accepted', 'in-progress')) order by x.due limit at_most) t
	), decide as (
		select t.tasking_id, 5 as n
		from c cross join unnest(array['submitted', 'declined', 'result', 'reviewed']) st
		cross join lateral (select x.* from data.tasking x where x.force = c.writes_force and x.state = st
			and x.state in ('submitted', 'declined', 'returned', 'result', 'reviewed') order by x.due limit at_most) t -- as the index has it
		where st not in ('submitted', 'declined') and t.result_by is distinct from c.login
			or t.raised_by <> c.login and exists (select from ref.tasking_route r where r.code = t.route and c.role = any (r.authorisers))
		union all
		select t.tasking_id, 5 from c cross join lateral (select x.* from data.tasking x where x.raised_by = c.login and x.is_open
			and x.state in ('returned', 'result', 'reviewed', 'declined') and x.result_by is distinct from c.login order by x.due limit at_most) t
		union all
		select t.tasking_id, 5 from c cross join lateral (select x.* from data.tasking x where x.force = c.writes_force and x.state = 'returned'
			order by x.due limit at_most) t
	), others as (
		select t.tasking_id, 6 as n from c cross join lateral (select x.* from data.tasking x where x.raised_by = c.login and x.is_open
			order by x.due limit at_most) t
		union all
		select t.tasking_id, 6 from c cross join unnest(c.units) u cross join lateral (select x.* from data.tasking x where x.unit = u and x.is_open
			and x.state in ('returned', 'result', 'reviewed', 'submitted', 'authorised', 'declined') order by x.due limit at_most) t
	), one as (
		select x.tasking_id, min(x.n) as n
		from (select * from held union all select * from decide union all select * from others) x group by x.tasking_id
	)
	select (array['late', 'answer', 'due', 'open', 'decide', 'others'])[o.n],
		(array['Late', 'Awaiting our answer', 'Due before the next review', 'Open', 'Waiting for my decision', 'Waiting on others'])[o.n],
		t.tasking_id, t.row_version, t.tasking_ref, t.line_id, coalesce(l.line_ref, g.group_ref, ''), coalesce(l.name, g.name, ''), t.title, t.unit,
		coalesce(t.owner, ''), t.state, s.label, t.priority, t.due, case when t.state = 'offered' then t.answer_due end, t.due < c.today,
		exists (select from data.tasking_event e where e.tasking_id = t.tasking_id and e.recorded_at > c.seen_at and e.login <> c.login), coalesce(t.owner, t.unit)
	from one o
	join data.tasking t using (tasking_id)
	join ref.tasking_state s on s.code = t.state
	left join data.line l using (line_id)
	left join data.crime_group g on g.group_id = t.group_id
	cross join c
	order by o.n, case when o.n = 2 then t.answer_due end, t.due, t.tasking_ref
	limit at_most * 6
$$;
comment on function api.my_tasks(int) is 'What the caller''s unit is to do, what waits for the caller to decide, and what they wait for';
