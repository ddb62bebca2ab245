-- SPDX-License-Identifier: MIT
-- The tally tells what the caller sees by the row policy of data.line as far as its key goes: what their force holds
-- or what is shared, or what is run from their units. data.place_extra() has what it cannot tell.
create function data.place_sums()
returns table (export_force text, export_unit text, area text, band text, born date, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.export_force, t.export_unit, t.area, t.band, t.born, sum(t.n)
	from data.staff s
	join data.place_tally t on t.holder_force = s.sees_force or t.shared and s.sees_force is not null
		or t.export_unit = any (s.sees_units)
	where s.login = session_user and s.valid_to > now() and (not t.restricted or s.sees_restricted)
	group by 1, 2, 3, 4, 5
	having sum(t.n) <> 0
$$;
comment on function data.place_sums() is 'Open lines by place, band and birth, of those the tally knows the caller to see';
