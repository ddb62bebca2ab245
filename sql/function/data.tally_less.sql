-- SPDX-License-Identifier: MIT
create function data.tally_less(c data.tally_change) returns data.tally_change
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, -c.n, -c.x, -c.y
$$;
comment on function data.tally_less(data.tally_change) is 'The same, taken away';
