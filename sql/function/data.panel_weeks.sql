-- SPDX-License-Identifier: MIT
-- Weeks in the time of the force, as data.place_tally has them.
create function data.panel_weeks() returns table (n int, label text, at timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i, to_char(m.monday - 1, 'FMDD Mon'), data.day_start(m.monday) - interval '1 microsecond'
	from ref.clock c cross join generate_series(1, 11) i cross join lateral (select data.week_of(c.at) - 7 * (11 - i) as monday) m
	union all
	select 12, 'now', c.at from ref.clock c
$$;
comment on function data.panel_weeks() is 'The last moments of eleven Sundays, and now';
