-- SPDX-License-Identifier: MIT
create function data.step_task_refuse(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_refuse', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'refused';
	n.authorised_by := session_user;
	n.authorised_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_refuse', o, n, cells ->> 'reason', 'is refused') k;
end
$$;
comment on function data.step_task_refuse(uuid, int, jsonb) is 'Refuse a tasking';
