-- SPDX-License-Identifier: MIT
-- What stands against it comes first: it is what whoever authorises has to weigh.
create function data.preview_task_authorise(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.clashes_told(id, '{}')
	union all
	select * from data.tasking_asked(id)
$$;
comment on function data.preview_task_authorise(uuid, jsonb) is 'What would be authorised, and what stands against it';
