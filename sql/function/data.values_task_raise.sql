-- SPDX-License-Identifier: MIT
create function data.values_task_raise(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, v.note
	from data.line l
	cross join lateral (values
		('', l.row_version::text, concat_ws(' ', l.line_ref, l.name)),
		('unit', coalesce(l.export_npu, ''), ''),
		('due', '10wd', ''),
		('priority', 'normal', ''),
		('route', 'local', ''),
		('submit', 'yes', '')) v (name, value, note)
	where l.line_id = id
$$;
comment on function data.values_task_raise(uuid) is 'A new tasking on a line as its form begins';
