-- SPDX-License-Identifier: MIT
create function data.preview_task_edit(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select p.* from data.tasking t cross join lateral data.tasking_told(t.line_id, t.group_id, cells) p
	where t.tasking_id = id and p.section <> 'Clashes'
	union all
	select * from data.clashes_told(id, cells)
$$;
comment on function data.preview_task_edit(uuid, jsonb) is 'What a tasking would be, and what stands against it';
