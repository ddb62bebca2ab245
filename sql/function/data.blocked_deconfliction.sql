-- SPDX-License-Identifier: MIT
create function data.blocked_deconfliction(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when not d.is_open then format('it was decided on %s: %s', d.decided_on, d.state)
		when step = 'deconflict_same' and d.state = 'same' then 'it is decided: the lines are to be merged'
		when step = 'deconflict_merge' and (
				select count(*) from data.line l join data.staff s on s.login = session_user and s.writes_force = l.holder_force
				where l.line_id in (d.line_a, d.line_b) and data.line_seen(l.line_id)) < 2
			then 'one of the two is not yours to change: agree it with those who hold it, and let a supervisor of both merge them'
		when step = 'deconflict_merge' and coalesce(data.line_open_taskings(d.line_a), data.line_open_taskings(d.line_b)) is not null
			then format('complete or cancel their open taskings first: %s',
				concat_ws(', ', data.line_open_taskings(d.line_a), data.line_open_taskings(d.line_b)))
	end
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.blocked_deconfliction(text, uuid) is 'Why a step cannot be taken on a deconfliction as it stands; null if it can';
