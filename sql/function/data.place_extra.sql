-- SPDX-License-Identifier: MIT
-- Candidates, few of them: the row policy of data.line judges each, and who asks leaves out what is in the sums.
create function data.place_extra()
returns table (line_id uuid, in_sums boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with me as materialized (
		select s.* from data.staff s where s.login = session_user and s.valid_to > now()
	), candidate as (
		select r.line_id from data.line_reader r where r.login = session_user
		union
		select t.line_id from me cross join unnest(me.sees_units) u join data.tasking t on t.unit = u
		where t.is_open and t.line_id is not null
	)
	select c.line_id, (not l.restricted or me.sees_restricted) and (l.holder_force is not distinct from me.sees_force
		or l.shared and me.sees_force is not null or coalesce(l.export_npu = any (me.sees_units), false))
	from candidate c join data.line l using (line_id) cross join me
$$;
comment on function data.place_extra() is 'Lines the caller may see for being named on them or tasked with them; in_sums says whether data.place_sums() has them if they are open';
