-- SPDX-License-Identifier: MIT
create function data.week_before(week text, n int default 1) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select to_char(data.week_day(week) - 7 * n, 'IYYY-"W"IW')
$$;
comment on function data.week_before(text, int) is 'The ISO week some weeks before one';
