-- SPDX-License-Identifier: MIT
create function data.tasking_asked(id uuid) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is asked', x.label, x.text
	from data.tasking t
	join ref.tasking_route r on r.code = t.route
	left join data.crime_group g on g.group_id = t.group_id
	cross join lateral (values
		('What', t.title), ('In full', t.asked), ('Why', t.why), ('Line', data.line_shown(t.line_id)), ('Group', g.group_ref || ' ' || g.name),
		('Unit', t.unit || coalesce(', ' || t.owner, '')), ('Due', to_char(t.due, 'Dy YYYY-MM-DD')),
		('Route', r.label || coalesce(', NIM level ' || t.nim_level, '')), ('Needs', t.resources), ('Raised', t.raised_by || ' on ' || t.raised_on)) x (label, text)
	where t.tasking_id = id and coalesce(x.text, '') <> ''
$$;
comment on function data.tasking_asked(uuid) is 'What a tasking asks of whom';
