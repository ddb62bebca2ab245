-- SPDX-License-Identifier: MIT
create function data.step_task_accept(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_accept', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'accepted';
	n.answered_on := data.clock()::date;
	n.owner := coalesce(data.tasking_officer(o, cells), o.owner);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_accept', o, n, cells ->> 'reason', format('is accepted for %s%s', n.unit, coalesce(', by ' || n.owner, ''))) k;
end
$$;
comment on function data.step_task_accept(uuid, int, jsonb) is 'The unit takes a tasking on';
