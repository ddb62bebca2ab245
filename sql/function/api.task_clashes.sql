-- SPDX-License-Identifier: MIT
create function api.task_clashes(id uuid)
returns table (kind text, label text, tasking_id uuid, tasking_ref text, line_ref text, unit text, state_label text,
	from_day date, due date, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.* from data.tasking t cross join lateral data.tasking_clashes(t, t.unit, t.due) x
	where t.tasking_id = id and t.is_open
$$;
comment on function api.task_clashes(uuid) is 'What stands against an open tasking: other units on its line or group on the same days, a line under deconfliction, a unit over what it can carry';
