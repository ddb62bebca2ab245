-- SPDX-License-Identifier: MIT
create function data.preview_task_raise(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_told(id, null, cells)
$$;
comment on function data.preview_task_raise(uuid, jsonb) is 'What would be raised on a line';
