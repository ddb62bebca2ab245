-- SPDX-License-Identifier: MIT
create function data.step_task_undo(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_undo', p_id, p_version);
	n data.tasking := o;
	e data.tasking_event;
begin
	select * into e from data.tasking_event x where x.tasking_id = p_id order by x.place desc limit 1;
	n := jsonb_populate_record(o, (select jsonb_object_agg(c.key, c.value -> 0) from jsonb_each(e.changed) c));
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_undo', o, n, cells ->> 'reason', format('is %s again: %s was undone', (select lower(s.label) from ref.tasking_state s where s.code = n.state), (select lower(s.label) from ref.step s where s.step = e.step))) k;
end
$$;
comment on function data.step_task_undo(uuid, int, jsonb) is 'Take back the last step on a tasking';
