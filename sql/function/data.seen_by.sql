-- SPDX-License-Identifier: MIT
-- The policy of data.line in words of its own, for functions of its owner. A body without quotes is taken into the
-- query that calls it, so that an index can answer.
create function data.seen_by(l data.line, s data.staff) returns boolean
language sql stable
return (l.holder_force = s.sees_force or l.shared and s.sees_force is not null or (array[l.export_npu] || l.tasked_units) && s.sees_units)
	and (not l.restricted or s.sees_restricted or s.login = any (l.readers));
comment on function data.seen_by(data.line, data.staff) is 'Does the row policy show a line to somebody?';
