-- SPDX-License-Identifier: MIT
create function data.values_line_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, ''
	from data.staff s
	cross join ref.clock c
	cross join lateral (values
		('', '0'),
		('status', 'reported'),
		('export_force', s.force),
		('export_npu', case s.role when 'lro' then s.unit else '' end),
		('lro', case s.role when 'lro' then s.login else '' end),
		('first_seen', c.today::text)) v (name, value)
	where s.login = session_user and id is null
$$;
comment on function data.values_line_add(uuid) is 'What a new line begins with';
