-- SPDX-License-Identifier: MIT
create function data.step_task_delegate(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_delegate', p_id, p_version);
	n data.tasking := o;
begin
	n.owner := data.tasking_officer(o, cells);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_delegate', o, n, cells ->> 'reason', case when n.owner is null then 'is given to nobody by name' else format('is given to %s', n.owner) end) k;
end
$$;
comment on function data.step_task_delegate(uuid, int, jsonb) is 'Give a tasking to an officer';
