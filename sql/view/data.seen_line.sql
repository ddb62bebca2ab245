-- SPDX-License-Identifier: MIT
-- The policy of data.line in words of its own, for functions of its owner, who sees every line and must not
-- tell of all. A test holds it against the policy.
create view data.seen_line as
	select l.line_id, l.holder_force = s.writes_force is true as mine
	from data.line l
	join data.staff s on s.login = session_user and s.active and s.valid_to > now()
	where (l.holder_force = s.sees_force or l.shared and s.sees_force is not null
			or (array[l.export_npu] || l.tasked_units) && s.sees_units)
		and (not l.restricted or s.sees_restricted or s.login = any (l.readers));
comment on view data.seen_line is 'The lines that the caller sees, and whether they write for the force that holds them';
