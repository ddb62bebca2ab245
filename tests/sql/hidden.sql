-- SPDX-License-Identifier: MIT
-- What reports of returns hide: no small number of people can be read, nor worked out from what is shown.
select plan(25);
create function pg_temp.give(part text, n int, start date default '2022-11-01') returns void language sql as $$
	insert into data.return_value (series, period_start, period_end, breakdown, category, value, source, received_on, entered_at)
	select 'divert_referrals', start, start + interval '1 month' - interval '1 day', case when part = '' then '' else 'residence' end, part, n, 'SYNTHETIC', '2022-12-01', '2022-12-01 10:00'
$$;
create function pg_temp.month(parts int[], start date default '2022-11-01') returns text language sql as $$
	delete from data.return_value where period_start = start;
	select pg_temp.give(k.category, parts[k.position], start) from ref.series_category k where k.series = 'divert_referrals' and k.breakdown = 'residence';
	select pg_temp.give('', (select sum(n) from unnest(parts) n)::int, start);
	select tap.by('analyst1', format('select string_agg(t.shown, '' '' order by t.position) from api.return_table(''divert_referrals'', null, %L) t where breakdown = ''residence''', to_char(start, 'YYYY-MM')))
$$;
select is(pg_temp.month('{50,10,6,11,5,6,7,6}'), '50 10 6 11 5 6 7 6 101', 'nothing small, nothing hidden');
select is(pg_temp.month('{50,10,6,11,0,6,7,6}'), '50 10 6 11 0 6 7 6 96', 'nobody is told');
select is(pg_temp.month('{50,10,9,11,4,7,8,6}'), '50 10 9 11 * 7 8 * 105', 'one small hides the next greater one');
select is(pg_temp.month('{50,10,9,11,4,2,8,6}'), '50 10 9 11 * * 8 6 100', 'two small hide each other');
select is(pg_temp.month('{50,10,9,11,1,1,8,6}'), '50 10 9 11 * * 8 * 96', 'unless their sum tells both');
select is(pg_temp.month('{3,0,0,0,0,0,0,0}'), '* 0 0 0 0 0 0 0 *', 'a small total is hidden with its part');
select is(pg_temp.month('{40,3,0,0,0,0,0,0}'), '* * 0 0 0 0 0 0 43', 'two parts hide each other');
update ref.setting set suppress_below = 1;
select is(pg_temp.month('{40,3,0,0,0,0,0,0}'), '40 3 0 0 0 0 0 0 43', 'a force may hide none');
update ref.setting set suppress_below = 10;
select is(pg_temp.month('{40,12,9,0,20,30,40,50}'), '40 * * 0 20 30 40 50 201', 'or more');
update ref.setting set suppress_below = 5;

-- Whatever is returned, hidden parts are two at least and come to no less than the bound.
select is((select count(*) from generate_series(1, 300) i cross join lateral (
		select pg_temp.month(array(select (abs(hashint8(i * 31 + k)) % case when k % 3 = i % 3 then 7 else 40 end)::int from generate_series(1, 8) k)) as shown, i) m
	cross join lateral (select cardinality(string_to_array(regexp_replace(m.shown, ' [^ ]*$', ''), '*')) - 1 as hidden, m.shown ~ '[*]$' as whole,
		(select sum(case when x = '*' then 0 else x::int end) from regexp_split_to_table(regexp_replace(m.shown, ' [^ ]*$', ''), ' ') x) as told,
		case when m.shown !~ '[*]$' then substring(m.shown from '[0-9]+$')::int end as total) c
	where not c.whole and c.hidden > 0 and (c.hidden < 2 or c.total - c.told < 5)), 0::bigint, 'in three hundred months');

-- Years: a sum is hidden where a stretch of it is, and versions count as they stood.
select pg_temp.month('{50,10,9,11,4,7,8,6}', '2021-11-01') as a, pg_temp.month('{50,10,9,11,8,7,8,6}', '2022-11-01') as b \g /dev/null
select is((select string_agg(t.shown, ' ' order by t.position) from data.return_table('divert_referrals', '2022-12-20', null) t where breakdown = 'residence' and category = 'Solihull'),
	'* 8 *', 'the sum over years does not tell what one of them hides');
select is((select t.shown from data.return_table('divert_referrals', '2022-12-20', null) t where breakdown = 'residence' and category = '' and period = 'Total'), '214', 'the whole is told');
select is((select count(*) from data.return_table('divert_referrals', '2022-11-30', null)), 0::bigint, 'before it came, it was not known');
-- The rows behind a figure hide them, too.
select pg_temp.month('{50,10,9,3,7,7,8,6}', '2022-11-01') as a, pg_temp.month('{50,10,9,11,8,7,8,6}', '2022-10-01') as b \g /dev/null
select is(by('analyst1', 'select string_agg(coalesce(counts::text, ''*''), '' '' order by n) from api.figure_rows(''divert_share_sandwell'') where base is null'), '* *', 'rows behind a share');
select is(by('analyst1', 'select value from api.figures(null, ''2022-11'') where id = ''divert_share_sandwell'''), 'few', 'and the share itself');
-- One report held against another. A month that was small stays hidden when it is corrected, as do those that hid it.
create function pg_temp.fix(part text, n int, start date default '2022-11-01', moment timestamptz default '2022-12-10 10:00') returns void language sql as $$
	update data.return_value set replaced_at = moment, replaced_by = 'analyst1'
	where period_start = start and category = part and replaced_at is null;
	insert into data.return_value (series, period_start, period_end, breakdown, category, value, source, received_on, version, entered_at)
	select 'divert_referrals', start, start + interval '1 month' - interval '1 day', case when part = '' then '' else 'residence' end, part, n, 'SYNTHETIC', '2022-12-10',
		1 + (select max(v.version) from data.return_value v where v.period_start = start and v.category = part), moment
$$;
create function pg_temp.told(name text, as_at date default null) returns text language sql as $$
	select tap.by('analyst1', format('select string_agg(t.shown, '' '' order by t.position) from api.return_table(''divert_referrals'', %L, %L) t where breakdown = ''residence'' and period_name <> ''Total''', as_at, name))
$$;
delete from data.return_value;
select is(pg_temp.month('{50,10,9,11,4,7,8,6}'), '50 10 9 11 * 7 8 * 105', 'a month with a small number');
select pg_temp.fix('Solihull', 9), pg_temp.fix('', 110) \g /dev/null
select is(pg_temp.told('2022-11'), '50 10 9 11 * 7 8 * 110', 'corrected to a greater one: the same are hidden, or the correction would tell what was');
select is(pg_temp.told('2022-11', '2022-12-05'), '50 10 9 11 * 7 8 * 105', 'and the report of the day before is what it was');
select pg_temp.fix('Walsall', 5, '2022-11-01', '2022-12-12 10:00'), pg_temp.fix('', 108, '2022-11-01', '2022-12-12 10:00') \g /dev/null
select is(pg_temp.told('2022-11'), '50 10 9 11 * 5 8 * 108', 'another is corrected: no other takes the place of one that hid it');
select pg_temp.fix('Solihull', 0, '2022-11-01', '2022-12-13 10:00'), pg_temp.fix('', 99, '2022-11-01', '2022-12-13 10:00') \g /dev/null
select is(pg_temp.told('2022-11'), '50 10 9 11 * 5 8 * 99', 'nor is it told that it was nobody after all');

-- A year less its other months would tell the one month that is hidden; two that come to enough hide each other.
delete from data.return_value;
select pg_temp.month('{50,10,9,11,4,7,8,6}', '2022-05-01'), pg_temp.month('{50,10,9,11,8,7,8,9}', '2022-06-01'), pg_temp.month('{50,10,9,11,8,7,8,9}', '2022-07-01') \g /dev/null
select is(pg_temp.told('2022-05'), '50 10 9 11 * 7 8 * 105', 'one month of three hides two');
select is(pg_temp.told(null), '150 30 27 33 * 21 24 * 329', 'so the year hides those, too');
select is(pg_temp.told('2022-06..2022-07'), '100 20 18 22 16 14 16 18 224', 'months that hide nothing are added up');
select pg_temp.month('{50,10,9,11,3,7,8,6}', '2022-08-01') \g /dev/null
select is(pg_temp.told(null), '200 40 36 44 23 28 32 30 433', 'of two months that are hidden the year tells the sum alone');
select is(pg_temp.told('2022-07..2022-08'), '100 20 18 22 * 14 16 * 216', 'a shorter stretch with one of them does not');
select * from finish();
