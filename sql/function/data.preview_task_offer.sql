-- SPDX-License-Identifier: MIT
create function data.preview_task_offer(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.clashes_told(id, jsonb_build_object('unit', cells ->> 'unit'))
	union all
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_offer(uuid, jsonb) is 'What would be offered, and what stands against that unit';
