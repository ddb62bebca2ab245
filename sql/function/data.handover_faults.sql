-- SPDX-License-Identifier: MIT
create function data.handover_faults(cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_agg(x.name || ': ' || x.fault)
	from (select cells ->> 'officer' as giver, cells ->> 'to' as taker) v
	cross join lateral (values
		('officer', case when v.giver <> session_user and not exists (
				select from data.staff me join data.staff g on g.login = v.giver and g.force = me.writes_force where me.login = session_user)
			then 'what another holds is handed over by an analyst or supervisor of their force' end),
		('officer', case when not exists (select from data.tasking t where t.owner = v.giver and t.is_open)
			then format('%s holds no open tasking', v.giver) end),
		('to', case when v.giver = v.taker then 'is the same person' end),
		('to', (select string_agg(distinct data.officer_fault(v.taker, t.unit), '; ') from data.tasking t
			where t.owner = v.giver and t.is_open and v.giver <> v.taker))) x (name, fault)
	where x.fault is not null
$$;
comment on function data.handover_faults(jsonb) is 'Why a handover cannot be; null if it can';
