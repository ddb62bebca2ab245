-- SPDX-License-Identifier: MIT
create function data.step_task_rework(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_rework', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'in-progress';
	n.reviewed_by := null;
	n.reviewed_on := null;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_rework', o, n, cells ->> 'reason', 'is sent back to work') k;
end
$$;
comment on function data.step_task_rework(uuid, int, jsonb) is 'Send a tasking back to work';
