-- SPDX-License-Identifier: MIT
create function data.step_task_query(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_query', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'returned';
	n.answered_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_query', o, n, cells ->> 'reason', 'is returned for clarification') k;
end
$$;
comment on function data.step_task_query(uuid, int, jsonb) is 'The unit asks back';
