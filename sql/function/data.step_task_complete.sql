-- SPDX-License-Identifier: MIT
create function data.step_task_complete(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_complete', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'complete';
	n.completed_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_complete', o, n, cells ->> 'reason', 'is complete') k;
end
$$;
comment on function data.step_task_complete(uuid, int, jsonb) is 'Close a reviewed tasking';
