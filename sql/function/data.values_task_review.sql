-- SPDX-License-Identifier: MIT
create function data.values_task_review(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select * from data.tasking_head(id)
	union all
	select 'complete', 'yes', ''
$$;
comment on function data.values_task_review(uuid) is 'A result to be reviewed';
