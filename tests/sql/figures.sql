-- SPDX-License-Identifier: MIT
-- Figures are counted from rows: stretches of time, what counts, what is known when, whose rows are told.
select plan(46);

-- Stretches of time.
create function pg_temp.period(name text) returns text language sql as $$
	select tap.by('analyst1', format('select concat_ws('' '', f.from_day, f.to_day) from api.figures(null, %L) f where id = ''arrests_q3''', name))
$$;
create function pg_temp.span(name text) returns text language sql as $$ select concat_ws(' ', kind, label, from_day, to_day) from data.period(name) $$;
select is(pg_temp.span(name), wanted, name) from (values
	('2022/23', 'financial-year 2022/23 2022-04-01 2023-03-31'),
	('1999/00', 'financial-year 1999/00 1999-04-01 2000-03-31'),
	('2022-Q3', 'quarter 2022-Q3 2022-10-01 2022-12-31'),
	('2022-q4', 'quarter 2022-Q4 2023-01-01 2023-03-31'),
	('2022-H2', 'half-year 2022-H2 2022-07-01 2022-12-31'),
	('2024-02', 'month 2024-02 2024-02-01 2024-02-29'),
	('2020-W53', 'week 2020-W53 2020-12-28 2021-01-03'),
	('2021-W01', 'week 2021-W01 2021-01-04 2021-01-10'),
	('2022', 'year 2022 2022-01-01 2022-12-31'),
	('12m-2022-12', 'twelve-months 12m-2022-12 2022-01-01 2022-12-31'),
	('2022-04..2022-12', 'months 2022-04..2022-12 2022-04-01 2022-12-31'),
	('2022-04-05..2022-04-09', 'days 2022-04-05..2022-04-09 2022-04-05 2022-04-09')) x (name, wanted);
select matches(pg_temp.period(name), '^GL004 ', name || ' is none') from (values ('2021-W53'), ('2022-13'), ('2022/24'), ('2022-Q5'),
	('2022-12..2022-04'), ('2022-02-30..2022-03-01'), ('Christmas'), ('')) x (name);
create function pg_temp.back(name text, years boolean) returns text language sql as $$
	select s.from_day || ' ' || s.to_day from data.period(name) p cross join lateral (
		select * from data.period_shift(p.kind, p.from_day, p.to_day, 1) where not years
		union all select * from data.period_year_ago(p.kind, p.from_day, p.to_day) where years) s
$$;
select is(pg_temp.back(name, false) || ', ' || pg_temp.back(name, true), wanted, 'before ' || name || ', and a year ago') from (values
	('2022-Q4', '2022-10-01 2022-12-31, 2022-01-01 2022-03-31'),
	('2024-02', '2024-01-01 2024-01-31, 2023-02-01 2023-02-28'),
	('2024-03', '2024-02-01 2024-02-29, 2023-03-01 2023-03-31'),
	('2020-W53', '2020-12-21 2020-12-27, 2019-12-23 2019-12-29'),
	('2021-W01', '2020-12-28 2021-01-03, 2019-12-30 2020-01-05'),
	('2022-04..2022-12', '2021-07-01 2022-03-31, 2021-04-01 2021-12-31')) x (name, wanted);

-- What counts.
insert into data.person (person_ref) select 'P-' || i from generate_series(1, 9) i;
create function pg_temp.arrest(ref text, of_line text, on_day date, entered timestamptz, programme boolean default true) returns void language sql as $$
	insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
	select ref, on_day, 'CLTF', (select line_id from data.line where line_ref = of_line), person_id, true, programme, entered from data.person where person_ref = 'P-1'
$$;
create function pg_temp.charge(ref text, of_person text, on_day date, of_offence text) returns void language sql as $$
	insert into data.charge (event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
	select ref, on_day, 'CLTF', (select line_id from data.line where line_ref = 'W1'), person_id, of_offence, true, true, '2022-12-19 10:00' from data.person where person_ref = of_person
$$;
create function pg_temp.figure(figure text, col text default 'value', as_at date default '2022-12-20', period text default null) returns text language sql as $$
	select tap.by('supervisor1', format('select %I from api.figures(%L, %L) where id = %L', col, as_at, period, figure))
$$;
update ref.setting set suppress_below = 1;
select is(pg_temp.figure('arrests_q3'), '0', 'nothing recorded is nought');
select is(pg_temp.figure('divert_referrals_ytd'), '', 'nothing returned is not known');
select pg_temp.arrest('AR-1', 'W1', '2022-12-01', '2022-12-02 09:00'), pg_temp.arrest('AR-2', 'W4', '2022-12-05', '2022-12-05 09:00'),
	pg_temp.arrest('AR-3', 'W1', '2022-09-15', '2022-10-02 09:00'), pg_temp.arrest('AR-4', 'W1', '2022-12-06', '2022-12-07 09:00', false),
	pg_temp.arrest('AR-5', 'W1', '2022-12-10', '2022-12-18 09:00') \g /dev/null
select is(pg_temp.figure('arrests_q3'), '3', 'arrests of the programme in the quarter');
select is(pg_temp.figure('arrests_q3', 'value', '2022-12-17'), '2', 'what was entered later was not known');
select is(pg_temp.figure('arrests_q3', 'before') || pg_temp.figure('arrests_q3', 'before_change'), '1+2 (+200%)', 'the quarter before, to the same day');
select is(pg_temp.figure('arrests_q3', 'period_name'), '2022-Q3 so far', 'a quarter that is not over says so');
select is(pg_temp.figure('arrests_q3', 'value', '2022-12-20', '2022-09') || ' ' || pg_temp.figure('arrests_q3', 'is_over', '2022-12-20', '2022-09'), '1 true', 'over a period of one''s own');
select is(pg_temp.figure('arrests_q3', 'period_name', '2022-12-20', '2023-01'), '2023-01, not begun', 'one to come has not begun');
update data.arrest set voided_at = '2022-12-19 12:00', voided_by = 'analyst1', void_reason = 'SYNTHETIC' where event_ref = 'AR-1';
select is(pg_temp.figure('arrests_q3') || pg_temp.figure('arrests_q3', 'value', '2022-12-18'), '23', 'what is voided restates from that day on');
select pg_temp.charge('CH-1', 'P-1', '2022-12-10', 'MDA-4-3-b'), pg_temp.charge('CH-2', 'P-1', '2022-12-11', 'MDA-4-3-b'),
	pg_temp.charge('CH-3', 'P-2', '2022-12-11', 'MDA-5-2') \g /dev/null
select is(pg_temp.figure('persons_charged'), '1', 'people count once, for supply');
select matches(by('supervisor1', 'select what from api.figure_rows(''persons_charged'') where counts = 0'), 'counted already by CH-1$', 'and the second charge is shown beside');

-- The rows behind it, by sight.
select is(by('supervisor1', 'select string_agg(ref || line_ref || counts, '' '' order by n) from api.figure_rows(''arrests_q3'')'), 'AR-2W41 AR-5W11', 'rows add up to the figure');
select is(by('analyst1', 'select string_agg(concat_ws('','', ref, line_ref, counts, what), '' '' order by n) from api.figure_rows(''arrests_q3'')'),
	',,1,of a line you may not see AR-5,W1,1,linked to drugs', 'of a line that is hidden from one: counted, not told');
select matches(by('analyst1', 'select 1 from api.figure_rows(''nothing'')'), '^GL005 There is no figure ''nothing''', 'an unknown figure');
select matches(by('analyst1', 'select 1 from api.figures(''2022-12-21'')'), '^GL004 2022-12-21 lies in the future', 'a day to come');
select matches(by('leaver', 'select 1 from api.figures()'), '^GL001', 'who left reads none');

-- Small numbers.
update ref.setting set suppress_below = 5;
select is(concat_ws('|', pg_temp.figure('arrests_q3'), coalesce(pg_temp.figure('arrests_q3', 'amount'), ''), pg_temp.figure('arrests_q3', 'before'), pg_temp.figure('arrests_q3', 'before_change')),
	'<5||<5|', 'few people are not told, nor by the difference');
select is(pg_temp.figure('safeguarding_engaged'), '0', 'nobody is nobody');

-- No figure without its rows.
select is((select string_agg(f.id, ' ') from ref.figure f cross join lateral data.figure_period(f, '2022-12-20', null) p
	cross join lateral data.figure_amount(f, p.from_day, p.to_day, now()) a where a.counts is null and a.amount > 0), null, 'no figure without rows');
select is((select count(*) from ref.figure where listed), 53::bigint, 'as many figures as the paper has');
select * from finish();
