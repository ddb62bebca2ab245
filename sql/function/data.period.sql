-- SPDX-License-Identifier: MIT
-- The one place that knows how stretches of time are written. Financial years begin in April: 2022-Q3 is
-- October to December 2022, 2022/23 the year it is in. Weeks are ISO weeks: 2021-W53 is none.
create function data.period(name text, out kind text, out label text, out from_day date, out to_day date)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	t text := upper(btrim(coalesce(name, '')));
	y int := case when t ~ '^[12][0-9]{3}' then left(t, 4)::int end;
	half text[];
begin
	if t ~ '^[12][0-9]{3}$' then
		kind := 'year';
		from_day := make_date(y, 1, 1);
		to_day := make_date(y, 12, 31);
	elsif t ~ '^[12][0-9]{3}/[0-9]{2}$' and right(t, 2)::int = (y + 1) % 100 then
		kind := 'financial-year';
		from_day := make_date(y, 4, 1);
		to_day := make_date(y + 1, 3, 31);
	elsif t ~ '^[12][0-9]{3}-Q[1-4]$' then
		kind := 'quarter';
		from_day := make_date(y, 1, 1) + make_interval(months => 3 * right(t, 1)::int);
		to_day := from_day + interval '3 months' - interval '1 day';
	elsif t ~ '^[12][0-9]{3}-H[12]$' then
		kind := 'half-year';
		from_day := make_date(y, 1, 1) + make_interval(months => 6 * (right(t, 1)::int - 1));
		to_day := from_day + interval '6 months' - interval '1 day';
	elsif t ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$' then
		kind := 'month';
		from_day := make_date(y, right(t, 2)::int, 1);
		to_day := from_day + interval '1 month' - interval '1 day';
	elsif t ~ '^12M-[12][0-9]{3}-(0[1-9]|1[0-2])$' then
		kind := 'twelve-months';
		to_day := (make_date(substr(t, 5, 4)::int, right(t, 2)::int, 1) + interval '1 month')::date - 1;
		from_day := to_day + 1 - interval '1 year';
	elsif t ~ '^[12][0-9]{3}-W[0-9]{2}$' and right(t, 2)::int between 1 and 53 then
		kind := 'week';
		from_day := date_trunc('week', make_date(y, 1, 4))::date + 7 * (right(t, 2)::int - 1);
		to_day := from_day + 6;
		if to_char(from_day, 'IYYY-"W"IW') <> t then
			perform data.refuse('GL004', format('%s has no week %s.', y, right(t, 2)::int),
				format('Its last is %s.', to_char(make_date(y, 12, 28), 'IYYY-"W"IW')));
		end if;
	elsif t ~ '^[^.]+[.]{2}[^.]+$' then
		kind := 'days';
		half := string_to_array(t, '..');
		if half[1] ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and half[2] ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' then
			kind := 'months';
			half := array[half[1] || '-01', ((half[2] || '-01')::date + interval '1 month' - interval '1 day')::date::text];
		end if;
		from_day := data.parse_day(half[1]);
		to_day := data.parse_day(half[2]);
	end if;
	if from_day is null or to_day is null or from_day > to_day then
		perform data.refuse('GL004', format('%s is no period.', data.import_quote(btrim(coalesce(name, '')))),
			'Write 2022/23 for a financial year, 2022-Q3 for its third quarter (October to December), 2022-12 for a month, '
			'2022-W52 for an ISO week, 2022 for a calendar year, 2022-H2 for half of it, 12m-2022-12 for twelve months to '
			'December, or two days: 2022-04-01..2022-12-31.');
	end if;
	label := data.period_label(kind, from_day, to_day);
end
$$;
comment on function data.period(text) is 'A period by its name: what it is, how it reads, and its first and last day';
