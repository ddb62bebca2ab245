-- SPDX-License-Identifier: MIT
create function data.values_task_authorise(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select 'offer', 'yes', ''
$$;
comment on function data.values_task_authorise(uuid) is 'A tasking to be authorised';
