-- SPDX-License-Identifier: MIT
create function data.values_task_offer(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select 'unit', (select t.unit from data.tasking t where t.tasking_id = id), ''
$$;
comment on function data.values_task_offer(uuid) is 'A tasking to be offered';
