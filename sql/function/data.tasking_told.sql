-- SPDX-License-Identifier: MIT
-- Half filled as the form may be: what it leaves empty is shown as it would be filled, and what stands against it.
create function data.tasking_told(p_line uuid, p_group uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with v as materialized (
		select f.cells, c.today, data.due_day(f.cells ->> 'due', c.today) as due, r.authorisers, r.answer_days, r.label as route,
			(select u.code from ref.unit u where lower(u.code) = lower(f.cells ->> 'unit')) as unit
		from ref.clock c
		cross join lateral (select data.tasking_filled(p_line, cells) as cells) f
		left join ref.tasking_route r on r.code = lower(f.cells ->> 'route')
	)
	select x.section, x.label, x.text
	from v cross join lateral (values
		('What will be made', 'On', coalesce(
			(select concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = p_line),
			(select concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = p_group))),
		('What will be made', 'What', v.cells ->> 'title'),
		('What will be made', 'In full', case when coalesce(cells ->> 'asked', '') = '' then v.cells ->> 'asked' end),
		('What will be made', 'Unit', v.unit),
		('What will be made', 'Due', to_char(v.due, 'Dy YYYY-MM-DD')),
		('What will be made', 'How', concat_ws(', ', v.route, v.cells ->> 'priority', v.cells ->> 'four_p', 'NIM level ' || (v.cells ->> 'nim_level'), v.cells ->> 'operation')),
		('What will be made', 'Authorised by', array_to_string(v.authorisers, ' or ') || ', not by you'),
		('What will be made', 'Answer', v.unit || ' has ' || v.answer_days || ' working days to answer once it is offered'),
		('Clashes', 'The line', case when p_line is not null and not exists (select from data.deconfliction d
			where d.is_open and p_line in (d.line_a, d.line_b)) then data.tasking_wall(p_line) end)) x (section, label, text)
	where coalesce(x.text, '') <> ''
	union all
	select 'Clashes', k.label, k.text
	from v cross join lateral data.clashes(p_line, p_group, v.unit, v.today, v.due, null) k
$$;
comment on function data.tasking_told(uuid, uuid, jsonb) is 'What raising a tasking would make, and what stands against it';
