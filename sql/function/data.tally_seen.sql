-- SPDX-License-Identifier: MIT
-- The key tells what the caller sees by the row policy of data.line as far as it goes: what their force holds or
-- what is shared, or what is run from their units. data.place_extra() has the lines it cannot tell.
create function data.tally_seen(tally text, from_day date default '-infinity', to_day date default 'infinity')
returns table (day date, a text, b text, c text, n bigint, x bigint, y bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	me data.staff;
begin
	select * into me from data.staff s where s.login = session_user and s.valid_to > now();
	return query
	select t.day, t.a, t.b, t.c, sum(t.n)::bigint, sum(t.x)::bigint, sum(t.y)::bigint
	from data.tallied t
	where t.tally = tally_seen.tally and t.day between from_day and to_day
		and (t.holder_force = me.sees_force or t.shared and me.sees_force is not null or t.unit = any (me.sees_units))
		and (not t.restricted or me.sees_restricted)
	group by 1, 2, 3, 4
	having sum(t.n) <> 0 or sum(t.x) <> 0 or sum(t.y) <> 0;
end
$$;
comment on function data.tally_seen(text, date, date) is 'A tally over what the caller sees, as far as it tells';
