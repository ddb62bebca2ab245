-- SPDX-License-Identifier: MIT
create function data.tasking_faults(p_raised date, cells jsonb) returns text[]
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	return (
		select array_agg(x.name || ': ' || x.fault)
		from ref.clock c
		left join data.staff me on me.login = session_user
		cross join lateral (select nullif(cells ->> 'unit', '') as unit, nullif(cells ->> 'officer', '') as officer,
			data.due_day(cells ->> 'due', c.today) as due) v
		cross join lateral (values
			('title', case when cells ? 'title' and coalesce(cells ->> 'title', '') = '' then 'is empty' end),
			('unit', case when v.unit is null then 'is empty' else data.unit_fault(v.unit, c.today) end),
			('unit', case when v.unit is not null and data.unit_fault(v.unit, c.today) is null and v.due is not null and data.unit_fault(v.unit, v.due) is not null
				then format('%s is no unit any more on %s', v.unit, v.due) end),
			('due', data.due_fault(cells ->> 'due', p_raised, c.today)),
			('route', (select format('%s is raised by: %s', r.label, array_to_string(r.raisers, ', '))
				from ref.tasking_route r where r.code = cells ->> 'route' and not coalesce(me.role = any (r.raisers), false))),
			('nim_level', case when cells ->> 'nim_level' = '0' then 'is 1, 2 or 3' end),
			('officer', data.officer_fault(v.officer, v.unit))) x (name, fault)
		where x.fault is not null);
end
$$;
comment on function data.tasking_faults(date, jsonb) is 'What is wrong with the fields of a tasking together; null if nothing is';
