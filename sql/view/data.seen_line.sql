-- SPDX-License-Identifier: MIT
-- What the policy of data.line shows the caller, for functions of its owner, who sees every line and must not
-- tell of all. A test holds it against the policy.
create view data.seen_line as
	select l.line_id, l.holder_force = s.writes_force is true as mine
	from data.line l
	join data.staff s on s.login = session_user and s.active and s.valid_to > now()
	where data.seen_by(l, s);
comment on view data.seen_line is 'The lines that the caller sees, and whether they write for the force that holds them';
