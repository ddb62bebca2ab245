-- SPDX-License-Identifier: MIT
-- For the tests, and for an administrator in doubt: data.tally_rebuild() mends what it finds. While others write, what
-- they committed in between is no fault: one statement sees one moment.
create function data.tally_faults() returns setof data.tally
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select f.tally, f.day, f.holder_force, f.shared, f.restricted, f.unit, f.a, f.b, f.c, sum(f.n)::bigint, sum(f.x)::bigint, sum(f.y)::bigint
	from (
		select * from data.tallied
		union all
		select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, -c.n, -c.x, -c.y from data.tally_afresh() c
	) f
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(f.n) <> 0 or sum(f.x) <> 0 or sum(f.y) <> 0
$$;
comment on function data.tally_faults() is 'What the tallies hold more than a count gives; nothing, if all is well';
