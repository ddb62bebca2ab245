-- SPDX-License-Identifier: MIT
create function data.closing_buckets() returns table (n int, label text, from_days int, to_days int)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	values (1, 'under 4 weeks', null::int, 27), (2, '4 to 13 weeks', 28, 90), (3, '13 to 26 weeks', 91, 181),
		(4, 'over 26 weeks', 182, null)
$$;
comment on function data.closing_buckets() is 'Stretches of days that closures are counted in';
