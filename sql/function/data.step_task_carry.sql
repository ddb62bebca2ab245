-- SPDX-License-Identifier: MIT
create function data.step_task_carry(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_carry', p_id, p_version);
	n data.tasking := o;
	fault text := data.due_fault(cells ->> 'due', o.raised_on, data.clock()::date);
begin
	n.due := data.due_day(cells ->> 'due', data.clock()::date);
	if fault is null and n.due <= o.due then
		fault := format('%s is no later than it was, %s', n.due, o.due);
	end if;
	if fault is null and data.unit_fault(o.unit, n.due) is not null then
		fault := format('%s is no unit any more on %s', o.unit, n.due);
	end if;
	if fault is not null then
		perform data.refuse_fields(array['due: ' || fault]);
	end if;
	n.carried := o.carried + 1;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_carry', o, n, cells ->> 'reason', format('is carried forward to %s, %s time%s by now', n.due, n.carried, case when n.carried > 1 then 's' else '' end)) k;
end
$$;
comment on function data.step_task_carry(uuid, int, jsonb) is 'Carry a tasking forward';
