-- SPDX-License-Identifier: MIT
create function data.values_task_raise_group(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note
	from data.crime_group g
	cross join lateral (values
		('', g.row_version::text, concat_ws(' ', g.group_ref, g.name)),
		('title', '', 'empty: as the template says'),
		('unit', '', 'empty: the template''s'),
		('due', '', 'empty: the template''s days, else 10wd'),
		('route', '', 'empty: the template''s, else force'),
		('priority', '', 'empty: the template''s, else normal'),
		('submit', 'yes', '')) v (name, value, note)
	where g.group_id = id
$$;
comment on function data.values_task_raise_group(uuid) is 'A new tasking on a group as its form begins';
