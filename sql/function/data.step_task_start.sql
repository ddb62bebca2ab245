-- SPDX-License-Identifier: MIT
create function data.step_task_start(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_start', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'in-progress';
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_start', o, n, cells ->> 'reason', 'is in progress') k;
end
$$;
comment on function data.step_task_start(uuid, int, jsonb) is 'Work on a tasking has begun';
