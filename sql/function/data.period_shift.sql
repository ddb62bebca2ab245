-- SPDX-License-Identifier: MIT
-- The same stretch some steps back. A week moves by seven days and, a year ago, to the week of that number
-- (52 where there was no 53rd); what ends with a month ends with one again.
create function data.period_shift(kind text, first_day date, last_day date, back int, out from_day date, out to_day date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with asked as (
		select first_day as a, last_day + 1 as z
	), moved as (
		select a, z, case kind
			when 'month' then interval '1 month' when 'quarter' then interval '3 months' when 'half-year' then interval '6 months'
			when 'months' then make_interval(months => (12 * (extract(year from z) - extract(year from a)) + extract(month from z) - extract(month from a))::int)
			when 'week' then interval '7 days' when 'days' then make_interval(days => z - a)
			else interval '1 year' end * back as by
		from asked
	)
	select (a - by)::date, (z - by)::date - 1 from moved
$$;
comment on function data.period_shift(text, date, date, int) is 'A period so many steps before';
