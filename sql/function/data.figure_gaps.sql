-- SPDX-License-Identifier: MIT
-- Only where each value is of a stretch of one kind is it known how many there should be.
create function data.figure_gaps(f ref.figure, from_day date, to_day date, known timestamptz) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select format('returned for %s of %s months', g.got, g.due)
	from (
		select (select count(*) from data.rows_returns(from_day, to_day, known, f.series, f.breakdown, f.category)) as got,
			(select count(*) from generate_series(date_trunc('month', from_day + interval '1 month' - interval '1 day'),
				date_trunc('month', to_day + 1) - interval '1 month', interval '1 month')) as due
		from ref.series s where s.code = f.series and s.period_kind = 'month'
	) g
	where g.got < g.due
$$;
comment on function data.figure_gaps(ref.figure, date, date, timestamptz) is 'How much of a period has been returned, where some is missing';
