-- SPDX-License-Identifier: MIT
create function data.step_task_decline(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_decline', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'declined';
	n.answered_on := data.clock()::date;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_decline', o, n, cells ->> 'reason', format('is declined by %s', n.unit)) k;
end
$$;
comment on function data.step_task_decline(uuid, int, jsonb) is 'The unit declines a tasking';
