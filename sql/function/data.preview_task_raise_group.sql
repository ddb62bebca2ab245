-- SPDX-License-Identifier: MIT
create function data.preview_task_raise_group(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_told(null, id, cells)
$$;
comment on function data.preview_task_raise_group(uuid, jsonb) is 'What would be raised on a group';
