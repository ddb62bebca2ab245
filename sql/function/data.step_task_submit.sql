-- SPDX-License-Identifier: MIT
create function data.step_task_submit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_submit', p_id, p_version);
	n data.tasking := o;
	today date := data.clock()::date;
begin
	n.state := 'submitted';
	n.submitted_on := today;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_submit', o, n, cells ->> 'reason', 'is submitted') k;
end
$$;
comment on function data.step_task_submit(uuid, int, jsonb) is 'Put a draft forward';
