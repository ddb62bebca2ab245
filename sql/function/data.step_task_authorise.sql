-- SPDX-License-Identifier: MIT
create function data.step_task_authorise(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_authorise', p_id, p_version);
	n data.tasking := o;
	today date := data.clock()::date;
begin
	n.authorised_by := session_user;
	n.authorised_on := today;
	n.submitted_on := coalesce(n.submitted_on, today);
	n.state := 'authorised';
	if coalesce(cells ->> 'offer', '') <> 'no' then
		n := data.tasking_offered(n);
	end if;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_authorise', o, n, cells ->> 'reason', case n.state when 'offered' then format('is authorised and offered to %s', n.unit) else 'is authorised' end) k;
end
$$;
comment on function data.step_task_authorise(uuid, int, jsonb) is 'Authorise a tasking, and offer it to its unit';
