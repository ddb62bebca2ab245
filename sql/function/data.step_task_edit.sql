-- SPDX-License-Identifier: MIT
create function data.step_task_edit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_edit', p_id, p_version, cells);
	n data.tasking := o;
	faults text[] := data.tasking_faults(o.raised_on, cells);
begin
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	n := data.tasking_fill(n, cells);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_edit', o, n, cells ->> 'reason', 'is changed') k;
end
$$;
comment on function data.step_task_edit(uuid, int, jsonb) is 'Change what a tasking asks';
