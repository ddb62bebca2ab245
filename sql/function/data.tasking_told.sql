-- SPDX-License-Identifier: MIT
-- Half filled as the form may be.
create function data.tasking_told(p_line uuid, p_group uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.section, x.label, x.text
	from ref.clock c
	cross join lateral (select data.due_day(cells ->> 'due', c.today) as due,
		(select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')) as unit) v
	left join ref.tasking_route r on r.code = lower(cells ->> 'route')
	cross join lateral (values
		('What will be made', 'On', coalesce(
			(select concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = p_line),
			(select concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = p_group))),
		('What will be made', 'Due', to_char(v.due, 'Dy YYYY-MM-DD')),
		('What will be made', 'Authorised by', array_to_string(r.authorisers, ' or ') || ', not by you'),
		('What will be made', 'Answer', v.unit || ' has ' || r.answer_days || ' working days to answer once it is offered'),
		('Stands against it', 'The line', case when p_line is not null then data.tasking_wall(p_line) end)) x (section, label, text)
	where x.text is not null
$$;
comment on function data.tasking_told(uuid, uuid, jsonb) is 'What raising a tasking would make';
