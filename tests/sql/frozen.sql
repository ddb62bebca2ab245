-- SPDX-License-Identifier: MIT
-- The board's figures as a review froze them: no later record moves them, the difference to today is a report that
-- names each record, and nothing can be dated before the freeze.
select plan(43);
update ref.setting set suppress_below = 3;

insert into data.person (person_ref) select 'P-' || i from generate_series(1, 20) i;
create function pg_temp.line(ref text) returns uuid language sql as $$ select line_id from data.line where line_ref = ref $$;
create function pg_temp.arrest(ref text, of_line text, on_day date, entered timestamptz default '2022-12-10 09:00') returns void language sql as $$
	insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
	select ref, on_day, 'CLTF', pg_temp.line(of_line), person_id, true, true, entered from data.person where person_ref = 'P-1'
$$;
create function pg_temp.disruption(ref text, of_group text, p_programme boolean, p_arrested int default 0) returns void language sql as $$
	insert into data.disruption (event_ref, on_day, unit, line_id, group_id, grade, four_p, drugs_linked, arrested, arrested_drugs,
		trafficking_outcomes, programme, entered_at)
	select ref, '2022-12-08', 'CLTF', case when p_programme then pg_temp.line('W1') end, group_id, 'major', 'Pursue', true, p_arrested, p_arrested, 0,
		p_programme, '2022-12-10 09:00' from data.crime_group where group_ref = of_group
$$;
create function pg_temp.returned(day date, n numeric, p_category text default '') returns void language sql as $$
	insert into data.return_value (series, period_start, period_end, breakdown, category, value, source, received_on, entered_at)
	select 'divert_referrals', day, day + interval '1 month' - interval '1 day', case when p_category = '' then '' else 'residence' end, p_category, n, 'SYNTHETIC', '2022-12-10', '2022-12-10 09:00'
$$;
create function pg_temp.shut(p_week text) returns text language plpgsql as $$
declare
	r data.review;
begin
	select * into r from data.review where week = p_week;
	if r.review_id is null then
		perform tap.step('supervisor1', 'review_prepare', null, 0, jsonb_build_object('series', 'Weekly', 'week', p_week));
		select * into r from data.review where week = p_week;
	end if;
	perform tap.step('supervisor1', 'review_open', r.review_id, r.row_version, '{}');
	update data.review_item i set state = 'deferred' where i.review_id = r.review_id;
	select * into r from data.review where week = p_week;
	return tap.step('supervisor1', 'review_close', r.review_id, r.row_version, '{}');
end
$$;
create function pg_temp.board(p_week text, p_id text) returns text language sql as $$
	select tap.by('supervisor1', format('select concat_ws(''|'', frozen, recounted, difference, change, moved) from api.review_board(%L) where id = %L', p_week, p_id))
$$;
create function pg_temp.moved(p_login text, p_week text, p_id text) returns text language sql as $$
	select tap.by(p_login, format('select string_agg(concat_ws('' '', id, how, ref, line_ref, trim_scale(change), trim_scale(base_change)), ''; '' order by n) from api.review_board_rows(%L, %L)', p_week, p_id))
$$;

insert into data.review_series (name, force, weekday, chair) values ('Weekly', 'West Midlands', 3, 'supervisor1');
insert into data.crime_group (group_ref, kind, name, mapped, valid_from) values ('OCGA', 'OCG', 'SYNTHETIC A', true, '2022-04-01'), ('OCGB', 'OCG', 'SYNTHETIC B', true, '2022-04-01');
update ref.setting set training_base = '2022-12-20 10:00', training_started = now();
select pg_temp.arrest('AR-' || i, 'W1', date '2022-12-01' + i) from generate_series(1, 4) i \g /dev/null
select pg_temp.arrest('AR-H', 'W4', '2022-12-02') \g /dev/null
select pg_temp.disruption('DI-A', 'OCGA', true), pg_temp.disruption('DI-B', 'OCGB', true), pg_temp.disruption('DI-F', 'OCGB', false, 2) \g /dev/null
select pg_temp.returned('2022-10-01', 200), pg_temp.returned('2022-10-01', 90, 'Birmingham') \g /dev/null

select matches(pg_temp.shut('2022-W51'), '^the review of 2022-W51 is closed and frozen', 'a review closes');
select is((select count(*) from data.review_board), 53::bigint, 'and freezes every figure of the board');
select is((select string_agg(id, ' ' order by position) from data.review_board), (select string_agg(id, ' ' order by position) from ref.figure where listed), 'by its id');
select is((select count(*) from data.review_board b join data.figures('2022-12-20', null) f using (id)
	where (b.value, b.definition, b.from_day, b.to_day) is distinct from (f.value, f.definition, f.from_day, least(f.to_day, greatest(date '2022-12-20', f.from_day)))
		or b.period <> f.period), 0::bigint, 'with the value, the version, the stretch that the board reports on the day');
select is((select string_agg(concat_ws(' ', b.id, b.value, b.counts), '; ' order by b.position) from data.review_board b where id in ('arrests_q3', 'ocg_disrupted', 'socex_2022_12_arrested', 'divert_referrals_ytd')),
	'ocg_disrupted 2 2; arrests_q3 5 5; socex_2022_12_arrested <3 2; divert_referrals_ytd 200 200', 'counted from what was known');
select is(tap.by('supervisor1', 'select count(*) from api.review_board(''2022-W51'') where moved or difference not in ('''', ''no change'')'), '0', 'nothing has moved yet');
select is(pg_temp.moved('supervisor1', '2022-W51', null), null, 'and no record is named');

-- What comes late, is voided, revoked, returned; the freeze stays.
create temp table frozen as select * from data.review_board;
select frozen_at as m from data.review where week = '2022-W51' \gset
update ref.setting set training_base = '2022-12-22 10:00', training_started = now();
select pg_temp.arrest('AR-L', 'W1', '2022-12-15', '2022-12-22 10:00') \g /dev/null
update data.arrest set voided_at = '2022-12-22 10:00', voided_by = 'analyst1', void_reason = 'SYNTHETIC' where event_ref = 'AR-1';
select is(pg_temp.board('2022-W51', 'arrests_q3'), '5|5|no change|0|f', 'one in, one out');
select is(pg_temp.moved('supervisor1', '2022-W51', 'arrests_q3'), 'arrests_q3 voided since AR-1 W1 -1 0; arrests_q3 recorded since AR-L W1 1 0', 'and both are named');
update data.arrest set voided_at = '2022-12-22 10:00', voided_by = 'analyst1', void_reason = 'SYNTHETIC' where event_ref = 'AR-H';
select is(pg_temp.board('2022-W51', 'arrests_q3'), '5|4|-1 (-20%)|-1|t', 'another out');
select is(pg_temp.moved('analyst1', '2022-W51', 'arrests_q3'), 'arrests_q3 voided since AR-1 W1 -1 0; arrests_q3 voided since   -1 0; arrests_q3 recorded since AR-L W1 1 0', 'of a line that one may not see: counted, not told');
update data.return_value set replaced_at = '2022-12-22 10:00', replaced_by = 'analyst1' where category = 'Birmingham';
insert into data.return_value (series, period_start, period_end, breakdown, category, value, source, received_on, version, entered_at)
	values ('divert_referrals', '2022-10-01', '2022-10-31', 'residence', 'Birmingham', 120, 'SYNTHETIC', '2022-12-22', 2, '2022-12-22 10:00');
select is(pg_temp.board('2022-W51', 'divert_share_birmingham'), '45|60|+15.0 points|15.0|t', 'a return is put right');
select is(pg_temp.moved('supervisor1', '2022-W51', 'divert_share_birmingham'), 'divert_share_birmingham replaced since divert_referrals v1  -90 0; divert_share_birmingham returned since divert_referrals v2  120 0', 'by one version for another');
select pg_temp.returned('2022-11-01', 250) \g /dev/null
select is(pg_temp.board('2022-W51', 'divert_referrals_ytd'), '200|450|+250 (+125%)|250|t', 'a month is returned late, and cannot be dated before');
select is((select count(*) from (table frozen except table data.review_board) x), 0::bigint, 'the freeze did not move');
select is(tap.by('analyst1', 'select string_agg(week || intact, '' '') from api.review_verify()'), '2022-W51true', 'its hash holds');

-- A group leaves the mapping: a past date counts what was so then.
update data.crime_group set mapped = false where group_ref = 'OCGA';
select is(tap.by('supervisor1', 'select string_agg(value, '' '') from (select value from api.figures(''2022-12-21'') where id = ''ocg_disrupted'' union all select value from api.figures(''2022-12-22'') where id = ''ocg_disrupted'') x'), '2 1', 'mapped or not as of the day');
select is(pg_temp.board('2022-W51', 'ocg_disrupted'), '2|1|-1 (-50%)|-1|t', 'the frozen figure counts what was mapped');
select is(pg_temp.moved('supervisor1', '2022-W51', 'ocg_disrupted'), 'ocg_disrupted no longer counts DI-A W1 -1 0', 'and says which disruption counts no longer');
select is((select string_agg(x.n::text, ' ') from (select n from data.outcome_counts('2022-04-01', '2022-12-20', :'m') where measure = 'ocg_disrupted'
	union all select n from data.outcome_counts('2022-04-01', '2022-12-20', data.clock()) where measure = 'ocg_disrupted') x), '2 1', 'the counts of outcomes, too');
update data.crime_group set name = 'SYNTHETIC A2' where group_ref = 'OCGA';
select is((select count(*) from data.group_history h join data.crime_group g using (group_id) where g.group_ref = 'OCGA'), 2::bigint, 'every version is kept');
select is((select string_agg(data.group_mapped(g.group_id, at)::text, ' ' order by at) from data.crime_group g, unnest(array['2022-01-01', '2022-04-02', :'m', '2022-12-22 12:00']::timestamptz[]) at where g.group_ref = 'OCGA'),
	'true true true false', 'before the oldest version that is known, the oldest counts');
select is((select string_agg(data.group_mapped(g.group_id, at)::text, ' ' order by at) from data.crime_group g, unnest(array['2022-01-01', '2022-12-30']::timestamptz[]) at where g.group_ref = 'OCGB'),
	'true true', 'one that never changed is what it is');
select throws_ok('update data.group_history set mapped = true', 'GL002', null, 'that history is not rewritten');
select throws_ok('truncate data.group_history', 'GL002', null, 'nor emptied');

-- Small numbers: neither the difference nor the records of a figure that is too small then or now.
select is(pg_temp.board('2022-W51', 'socex_2022_12_arrested'), '<3|<3||f', 'few people are not told');
select pg_temp.disruption('DI-G', 'OCGB', false, 4) \g /dev/null
select is(pg_temp.board('2022-W51', 'socex_2022_12_arrested'), '<3|6||t', 'nor by the difference');
select is(pg_temp.moved('supervisor1', '2022-W51', 'socex_2022_12_arrested'), null, 'nor by the records of it');

-- Nothing is dated before a freeze, whoever had begun before.
select pg_temp.arrest('AR-B', 'W1', '2022-12-10', '2022-12-10 09:00') \g /dev/null
select ok((select entered_at > :'m' from data.arrest where event_ref = 'AR-B'), 'an event entered after a freeze is dated after it');
update data.arrest set voided_at = '2022-12-10 09:00', voided_by = 'analyst1', void_reason = 'SYNTHETIC' where event_ref = 'AR-2';
select ok((select voided_at > :'m' from data.arrest where event_ref = 'AR-2'), 'so is one taken back');
update data.return_value set replaced_at = '2022-12-10 09:30', replaced_by = 'analyst1' where period_start = '2022-11-01';
select ok((select replaced_at > :'m' and entered_at > :'m' from data.return_value where period_start = '2022-11-01'), 'and what was returned');
update data.crime_group set name = 'SYNTHETIC B2' where group_ref = 'OCGB';
select ok((select valid_from > :'m' from data.crime_group where group_ref = 'OCGB'), 'and a group');
select is((select count(*) from pg_trigger t where t.tgname = 'tg_event__frozen'), 5::bigint, 'every kind of event that is counted');
select is((select count(*) from pg_trigger t where t.tgname in ('tg_closure_state__frozen', 'tg_return_value__frozen')), 2::bigint, 'outcomes and returns');

-- The last wall, and who may read.
select throws_ok(what, 'GL002', null, what) from unnest(array['update data.review_board set value = ''1''', 'delete from data.review_board', 'truncate data.review_board',
	'insert into data.review_board select review_id, 99, ''x'', label, unit, population, period, from_day, to_day, value, amount, counts, base, definition from data.review_board limit 1']) what;
alter table data.review_board disable trigger tg_review__frozen_entry;
update data.review_board set value = '6', amount = 6, counts = 6 where id = 'arrests_q3';
select is(tap.by('analyst1', 'select string_agg(week || intact, '' '') from api.review_verify()'), '2022-W51false', 'a figure changed past every rule is found');
select matches(tap.by('analyst1', 'select 1 from data.review_board'), '42501|permission denied', 'nobody reads the table');
select matches(tap.by('analyst_st', 'select 1 from api.review_board(''2022-W51'')'), '^GL005 There is no frozen review', 'nor another force the figures');
select matches(tap.by('analyst1', 'select 1 from api.review_board_rows(''2022-W51'', ''nothing'')'), '^GL005 The review of 2022-W51 froze no figure ''nothing''', 'a figure that is none');
select matches(tap.by('analyst1', 'select 1 from api.review_board(''2022-W40'')'), '^GL005 There is no frozen review of ''2022-W40''', 'a review that is none');
select * from finish();
