-- SPDX-License-Identifier: MIT
create function data.step_task_offer(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_offer', p_id, p_version);
	n data.tasking := o;
	faults text[];
begin
	select array_agg(f) into faults from unnest(data.tasking_faults(o.raised_on, jsonb_build_object('unit', cells ->> 'unit'))) f;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	n.unit := (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
	if data.officer_fault(n.owner, n.unit) is not null then
		n.owner := null;
	end if;
	n := data.tasking_offered(n);
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_offer', o, n, cells ->> 'reason', format('is offered to %s', n.unit)) k;
end
$$;
comment on function data.step_task_offer(uuid, int, jsonb) is 'Offer a tasking to a unit';
