-- SPDX-License-Identifier: MIT
-- What was authorised stays with the unit and on the route it was authorised for: whoever may authorise offers it to
-- another unit. Else who asked could have anything done that was never looked at.
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
	n := data.tasking_fill(n, cells);
	if o.authorised_by is not null and n.unit <> o.unit then
		faults := faults || format('unit: it was authorised for %s: whoever may authorise offers it to another', o.unit);
	end if;
	if o.authorised_by is not null and n.route <> o.route then
		faults := faults || format('route: it was authorised as %s: cancel it and raise another', o.route);
	end if;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_edit', o, n, cells ->> 'reason', 'is changed') k;
end
$$;
comment on function data.step_task_edit(uuid, int, jsonb) is 'Change what a tasking asks';
