-- SPDX-License-Identifier: MIT
-- The night the clocks go back: an hour is there twice, a review may begin in the first and close in the second,
-- and weeks begin and end by the force's clock whatever a session is set to.
select plan(14);
create function pg_temp.clock(at timestamptz) returns void language sql as $$
	update ref.setting set training_base = at, training_started = now() $$;
create function pg_temp.r() returns data.review language sql as $$ select r from data.review r where r.week = '2022-W43' $$;
create function pg_temp.do(p_step text, cells jsonb default '{}') returns text language sql as $$
	select tap.step('supervisor1', p_step, (pg_temp.r()).review_id, (pg_temp.r()).row_version, cells) $$;
select pg_temp.clock('2022-10-30 00:20Z') \g /dev/null
select is(to_char(data.clock() at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI'), '2022-10-30 01:20', 'twenty past one, for the first time');
insert into data.review_series (name, force, weekday, chair) values ('Nights', 'West Midlands', 7, 'supervisor1');
select matches(tap.step('supervisor1', 'review_prepare', null, 0, '{"series": "Nights", "week": "2022-W43"}'), '^the review of 2022-W43 on Sunday 30 October is prepared', 'a review of that night');
select matches(pg_temp.do('review_open'), '^the review of 2022-W43 is open', 'begins');
select pg_temp.clock('2022-10-30 00:50Z') \g /dev/null
select count(*) as items from data.review_item where review_id = (pg_temp.r()).review_id \gset
select is((select count(*) from (select tap.step('supervisor1', 'review_item_defer', i.item_id, i.row_version, '{"reason": "Night"}') as got
	from data.review_item i where i.review_id = (pg_temp.r()).review_id) x where got ~ 'goes to the next'), :items::bigint, 'decides in the first hour');
select pg_temp.clock('2022-10-30 01:10Z') \g /dev/null
select is(to_char(data.clock() at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI'), '2022-10-30 01:10', 'ten past one again, earlier by the clock on the wall');
select is(pg_temp.do('review_close'), 'the review of 2022-W43 is closed and frozen; the next is 2022-W44', 'it closes in the second');
select is((select (r.closed_at - r.opened_at) between interval '49 minutes' and interval '52 minutes' from pg_temp.r() r), true, 'fifty minutes later');
select ok((select bool_and(d.decided_at between r.opened_at and r.closed_at) from data.review_decision d join pg_temp.r() r using (review_id)), 'what was settled lies between');
select is(tap.by('supervisor1', $$select string_agg(week || ' ' || intact, '; ') from api.review_verify()$$), '2022-W43 true', 'and the freeze holds');
select is((select r.meets_on from data.review r where r.week = '2022-W44'), date '2022-11-06', 'the next meets a week later');
-- A week is as long as it is, and begins on Monday by the clock of the force.
select is(data.day_start('2022-10-31') - data.day_start('2022-10-24'), interval '7 days 1 hour', 'the week has an hour more');
select is(data.day_start('2022-03-28') - data.day_start('2022-03-21'), interval '6 days 23 hours', 'that of spring one less');
select pg_temp.clock('2022-12-20 09:00Z') \g /dev/null
set timezone = 'America/New_York';
select tap.by('supervisor1', $$select extract(epoch from api.review_moment('2022-W44'))$$) as west \gset
set timezone = 'Asia/Tokyo';
select tap.by('supervisor1', $$select extract(epoch from api.review_moment('2022-W44'))$$) as east \gset
set timezone = 'Europe/London';
select is(:west::numeric, extract(epoch from timestamptz '2022-11-07 00:00Z'), 'west of here a week ends when it ends here');
select is(:east::numeric, :west::numeric, 'and east of here');
select * from finish();
