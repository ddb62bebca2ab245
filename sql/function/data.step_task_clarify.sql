-- SPDX-License-Identifier: MIT
create function data.step_task_clarify(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_clarify', p_id, p_version);
	n data.tasking := o;
begin
	n := data.tasking_offered(n);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_clarify', o, n, cells ->> 'reason', format('is clarified and offered to %s again', n.unit)) k;
end
$$;
comment on function data.step_task_clarify(uuid, int, jsonb) is 'Answer what a unit asked';
