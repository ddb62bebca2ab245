-- SPDX-License-Identifier: MIT
create function data.values_task_edit(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select v.name, coalesce(v.value, ''), ''
	from data.tasking t
	cross join lateral (values
		('title', t.title), ('asked', t.asked), ('reason', t.why), ('unit', t.unit), ('officer', t.owner), ('due', t.due::text),
		('priority', t.priority), ('route', t.route), ('four_p', t.four_p), ('nim_level', t.nim_level::text),
		('operation', t.operation), ('resources', t.resources)) v (name, value)
	where t.tasking_id = id
$$;
comment on function data.values_task_edit(uuid) is 'A tasking as its form shows it';
