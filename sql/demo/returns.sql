-- SPDX-License-Identifier: MIT
-- What partners handed in, as files that analyst1 imports on the day they came. The paper's own values are
-- marked with their paragraph; how a year falls into months and a month into parts is SYNTHETIC.
create temporary table demo_return (received timestamptz, series text, period_start date, period_end date, breakdown text,
	category text, value numeric, source text);

-- Months from the first one named, one value each.
create function pg_temp.months(series text, first_month date, n numeric[], source text) returns void
language sql
as $$
	insert into demo_return
	select case when m.to_day < '2022-04-01' then timestamptz '2022-04-12 10:00' when m.to_day < '2022-07-01' then '2022-07-12 10:00'
			when m.to_day < '2022-10-01' then '2022-10-11 10:00' else '2022-12-31 08:00' end,
		months.series, m.from_day, m.to_day, '', '', n[i], months.source
	from generate_subscripts(n, 1) i
	cross join lateral (select (first_month + make_interval(months => i - 1))::date as from_day,
		(first_month + make_interval(months => i) - interval '1 day')::date as to_day) m
$$;
select pg_temp.months('divert_referrals', '2021-04-01', '{205,212,208,224,219,216,231,228,190,233,229,251}',
	'Cranstoun; the year as in paragraph 18, months SYNTHETIC');
select pg_temp.months('divert_referrals', '2022-04-01', '{251,262,259,268,264,263,281,287,232}',
	'Cranstoun; April to December as in paragraph 18, months SYNTHETIC');
select pg_temp.months('alcohol_crime', '2021-04-01', '{290,310,335,345,350,340,345,335,350,372,398,455,520,575,610,655,668,650,690,712,740}',
	'SYNTHETIC. Flags on recorded crime; the change as in paragraph 40');
select pg_temp.months('trafficking_offences', '2021-01-01', '{180,172,195,190,188,184,191,186,182,193,196,181}',
	'Recorded crime; the year as in paragraph 13, months SYNTHETIC');
select pg_temp.months('trafficking_offences', '2022-01-01', '{178,170,192,187,189,181,190,185,184,194,191,172}',
	'Recorded crime; the year as in paragraph 13, months SYNTHETIC');

-- August came in six short and is corrected in November.
insert into demo_return
select timestamptz '2022-11-08 10:00', series, period_start, period_end, '', '', 270, source || '; corrected'
from demo_return where series = 'divert_referrals' and period_start = '2022-08-01';

insert into demo_return
select received, 'divert_engaged', period_start, period_end, '', '',
	round(value * case when period_start < '2022-04-01' then 0.66 else 0.68 end), 'Cranstoun; the share as in paragraph 22, months SYNTHETIC'
from demo_return where series = 'divert_referrals';

-- Each month's referrals, shared out in hundredths, so that the parts add up to it.
with share (breakdown, category, n, position) as (values
	('residence', 'Birmingham', 52, 1), ('residence', 'Coventry', 10, 2), ('residence', 'Dudley', 6, 3), ('residence', 'Sandwell', 11, 4),
	('residence', 'Solihull', 4, 5), ('residence', 'Walsall', 6, 6), ('residence', 'Wolverhampton', 5, 7), ('residence', 'Outside the force', 6, 8),
	('department', 'Birmingham East', 14, 1), ('department', 'Birmingham West', 17, 2), ('department', 'Coventry', 13, 3), ('department', 'Dudley', 6, 4),
	('department', 'Sandwell', 9, 5), ('department', 'Solihull', 4, 6), ('department', 'Walsall', 8, 7), ('department', 'Wolverhampton', 8, 8),
	('department', 'Force Response and Support', 15, 9), ('department', 'FCID', 3, 10), ('department', 'PPU', 2, 11), ('department', 'CMPG', 1, 12)
), upto as (
	select *, sum(n) over (partition by breakdown order by position) as z from share
)
insert into demo_return
select r.received, r.series, r.period_start, r.period_end, u.breakdown, u.category,
	floor(r.value * u.z / 100) - floor(r.value * (u.z - u.n) / 100), 'SYNTHETIC split of the month'
from demo_return r cross join upto u
where r.series = 'divert_referrals';

insert into demo_return
select timestamptz '2022-04-12 10:00', 'cars_referrals', date '2021-01-01', date '2021-12-31', 'ethnicity', c, n, 'Cranstoun, as in paragraph 29'
from unnest(array['White British', 'Not Stated', 'Pakistani', 'White and Black Caribbean', 'Other Asian', 'Other Black', 'Indian', 'Other White',
	'Caribbean', 'White Irish', 'Other Mixed', 'African', 'Any Other', 'White and Asian', 'Bangladeshi', 'Ethnicity is unknown',
	'White and Black African'], array[1607, 231, 106, 100, 81, 58, 71, 60, 59, 29, 30, 28, 15, 18, 13, 6, 5]) x (c, n)
union all
select timestamptz '2022-12-31 08:00', 'cars_referrals', '2022-01-01', '2022-12-31', 'ethnicity', c, n, 'Cranstoun, as in paragraph 29'
from unnest(array['White British', 'Not Stated', 'Pakistani', 'White and Black Caribbean', 'Other Asian', 'Other Black', 'Indian', 'Other White',
	'Caribbean', 'White Irish', 'Other Mixed', 'African', 'Any Other', 'White and Asian', 'Bangladeshi', 'Ethnicity is unknown',
	'White and Black African'], array[2774, 84, 185, 163, 156, 155, 135, 134, 123, 62, 55, 39, 42, 31, 23, 17, 11]) x (c, n);

insert into demo_return values
	('2022-04-12 10:00', 'cars_referrals', '2021-01-01', '2021-12-31', '', '', 2517, 'Cranstoun, as in paragraph 27'),
	('2022-12-31 08:00', 'cars_referrals', '2022-01-01', '2022-12-31', '', '', 4189, 'Cranstoun, as in paragraph 27'),
	('2022-07-12 10:00', 'o2r_referrals', '2021-07-01', '2022-06-30', '', '', 136, 'Offender to Rehab team, as in paragraph 31'),
	('2022-07-12 10:00', 'o2r_assessed', '2021-07-01', '2022-06-30', '', '', 95, 'Offender to Rehab team, as in paragraph 31'),
	('2022-07-12 10:00', 'o2r_admissions', '2021-07-01', '2022-06-30', '', '', 27, 'Offender to Rehab team, as in paragraph 31'),
	('2022-07-12 10:00', 'o2r_days', '2021-07-01', '2022-06-30', '', '', 1108, 'Offender to Rehab team, as in paragraph 33'),
	('2022-07-12 10:00', 'o2r_not_spent', '2021-07-01', '2022-06-30', '', '', 155637, 'Offender to Rehab team, as in paragraph 33'),
	('2022-07-12 10:00', 'o2r_goods', '2021-07-01', '2022-06-30', '', '', 466928, 'Offender to Rehab team, as in paragraph 33'),
	('2022-10-11 10:00', 'o2r_gross', '2021-07-01', '2022-06-30', '', '', 464000, 'Data Analytics Lab, as in paragraph 35'),
	('2022-10-11 10:00', 'o2r_staffing', '2021-07-01', '2022-06-30', '', '', 279000, 'Data Analytics Lab, as in paragraph 35'),
	('2022-04-12 10:00', 'alcohol_violence', '2019-01-01', '2019-12-31', '', '', 179, 'Provider, as in paragraph 44'),
	('2022-04-12 10:00', 'alcohol_violence', '2021-01-01', '2021-12-31', '', '', 131, 'Provider, as in paragraph 44'),
	('2022-12-31 08:00', 'alcohol_violence', '2022-01-01', '2022-12-31', '', '', 230, 'Provider, as in paragraph 44'),
	('2022-04-12 10:00', 'alcohol_da', '2020-05-01', '2020-12-31', '', '', 29, 'Provider, as in paragraph 44'),
	('2022-04-12 10:00', 'alcohol_da', '2021-01-01', '2021-12-31', '', '', 43, 'Provider, as in paragraph 44'),
	('2022-12-31 08:00', 'alcohol_da', '2022-01-01', '2022-12-31', '', '', 76, 'Provider, as in paragraph 44');

insert into demo_return
select x.received, 'cj_outcomes', x.a, x.a + interval '6 months' - interval '1 day', y.breakdown, y.category, y.n, 'Force records, as in paragraph 22'
from (values (timestamptz '2022-04-12 10:00', date '2019-07-01', 674, 161), ('2022-04-12 10:00', '2021-07-01', 198, 33),
	('2022-12-31 08:00', '2022-07-01', 259, 54)) x (received, a, charges, cautions)
cross join lateral (values ('outcome', 'Charges', charges), ('outcome', 'Cautions', cautions), ('', '', charges + cautions)) y (breakdown, category, n)
union all
select timestamptz '2022-04-12 10:00', y.series, y.a, y.a + interval '6 months' - interval '1 day', 'ethnicity', x.ethnicity, y.n, 'Force audit, as in paragraph 23'
from (values ('White', 35.5, 14, 10.5, 2), ('Asian', 28, 8.5, 9, 0.5), ('Afro-Caribbean', 40.5, 11.5, 5.5, 1)) x (ethnicity, c19, c21, k19, k21)
cross join lateral (values ('cj_charged_share', date '2019-07-01', c19), ('cj_charged_share', '2021-07-01', c21),
	('cj_cautioned_share', '2019-07-01', k19), ('cj_cautioned_share', '2021-07-01', k21)) y (series, a, n);

-- As a person would: the file, its rows, the verdict. The machinery of imports checks every one of them.
create function pg_temp.returns_received(before timestamptz, at timestamptz) returns void
language plpgsql
as $$
declare
	f record;
	come record;
	import uuid;
begin
	for f in
		select received, jsonb_agg(jsonb_build_object('line', line, 'cells', jsonb_build_object('series', series, 'period_start', period_start,
			'period_end', period_end, 'breakdown', breakdown, 'category', category, 'value', value::text, 'source', source))) as rows
		from (select *, 1 + row_number() over (partition by received order by series, period_start, breakdown, category) as line
			from demo_return) r
		where received > before and received <= at
		group by received order by received
	loop
		update ref.setting set training_base = f.received, training_started = now();
		set local session authorization analyst1;
		import := api.import_begin('returns', format('returns-%s.csv', f.received::date), md5('returns ' || f.received)::uuid);
		perform api.import_rows(import, f.rows);
		select * into come from api.import_finish(import, false);
		if come.errors > 0 then
			raise exception 'returns of % are refused: %', f.received, (select string_agg(format('%s %s %s', line, cell, reason), '; ')
				from api.import_errors(import, 10) where not warning);
		end if;
		perform api.import_errors(import, 0);
		set local session authorization default;
	end loop;
end
$$;
