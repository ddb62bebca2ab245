-- SPDX-License-Identifier: MIT
-- A unit that has nobody in Gridline is answered for by the analysts and supervisors of the force that asks.
create function data.acts_for(p_login text, p_unit text, p_force text) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (
		select from data.staff s
		where s.login = p_login and s.active and s.valid_to > now() and s.role in ('analyst', 'lro', 'supervisor')
			and (s.unit = p_unit or p_unit = any (s.sees_units)
				or s.writes_force = p_force and not exists (
					select from data.staff x where x.active and x.valid_to > now() and x.role in ('analyst', 'lro', 'supervisor')
						and (x.unit = p_unit or p_unit = any (x.sees_units)))))
$$;
comment on function data.acts_for(text, text, text) is 'Whether a login answers for a unit that a force tasks';
