-- SPDX-License-Identifier: MIT
-- A week goes to the one of its number in the ISO year before; after a 53rd there is only the 52nd to look at.
create function data.period_year_ago(kind text, first_day date, last_day date, out from_day date, out to_day date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select w.monday, w.monday + (last_day - first_day)
	from (
		select date_trunc('week', make_date(extract(isoyear from first_day)::int - 1, 1, 4))::date
			+ 7 * (least(extract(week from first_day), extract(week from make_date(extract(isoyear from first_day)::int - 1, 12, 28)))::int - 1) as monday
	) w
	where kind = 'week'
	union all
	select s.from_day, s.to_day from data.period_shift('year', first_day, last_day, 1) s
	where kind is distinct from 'week'
$$;
comment on function data.period_year_ago(text, date, date) is 'The same stretch a year earlier';
