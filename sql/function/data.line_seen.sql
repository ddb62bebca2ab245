-- SPDX-License-Identifier: MIT
-- The policy of data.line in words of its own, for functions that see every line and must not tell of all.
-- A test holds it against the policy.
create function data.line_seen(p_line uuid) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (
		select from data.line l
		join data.staff s on s.login = session_user and s.active and s.valid_to > now()
		where l.line_id = p_line
			and (l.holder_force = s.sees_force or l.shared and s.sees_force is not null
				or (array[l.export_npu] || l.tasked_units) && s.sees_units)
			and (not l.restricted or s.sees_restricted or s.login = any (l.readers)))
$$;
comment on function data.line_seen(uuid) is 'Does the caller see this line?';
