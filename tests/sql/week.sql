-- SPDX-License-Identifier: MIT
-- The grid of a week beside the week before, and the region's: who sees which line of it, and how it differs.
select plan(34);
-- Three weeks: W50 ended on the 18th, W51 is on; the world is at 2022-12-20 09:00.
set session_replication_role = replica;
update data.line set valid_from = '2022-12-01', created_at = '2022-12-01';
delete from data.line_history;
-- at(DAY, REF, SET): a change as if it had been made on that day.
create function pg_temp.at(day timestamptz, p_ref text, changes text) returns void language plpgsql as $$
begin
	insert into data.line_history select tstzrange(l.valid_from, day), l.* from data.line l where l.line_ref = p_ref;
	execute format('update data.line set valid_from = %L, %s where line_ref = %L', day, changes, p_ref);
end
$$;
select pg_temp.at('2022-12-19 08:00', 'W5', $$status = 'closed-other', is_open = false$$);
update data.line_history set is_open = true, status = 'active' where line_ref = 'W5';
select pg_temp.at('2022-12-19 08:00', 'W2', $$score = 99, band = 'critical', status = 'tasked'$$);
select pg_temp.at('2022-12-19 08:00', 'W1', $$score = 1, band = 'low'$$);
update data.line set valid_from = '2022-12-19 08:00', created_at = '2022-12-19 08:00' where line_ref = 'W3';
select data.tally_rebuild() \g /dev/null
set session_replication_role = origin;
create function pg_temp.week(login text, call text, what text) returns text language sql as $$
	select tap.by(login, format('select string_agg(%s, '' '' order by place) from %s where place > 0', what, call))
$$;
select is(tap.by('analyst1', $$select left(line_ref, 15) || status || ' ' || told from api.grid_week('2022-W51') where place = 0$$),
	'Tue 2022-12-20 as it stands now Mon 2022-12-19 00:00', 'the week that lasts is now, the one before ended on Sunday');
select is(pg_temp.week('analyst1', $$api.grid_week('2022-W51')$$, 'line_ref || '':'' || how') ~ 'W2:up', true, 'a line whose score rose is up');
select is(pg_temp.week('analyst1', $$api.grid_week('2022-W51')$$, 'line_ref || '':'' || how') ~ 'W3:new', true, 'one that was not there is new');
select is(pg_temp.week('analyst1', $$api.grid_week('2022-W51')$$, 'line_ref || '':'' || how') ~ 'W5:gone', true, 'one that was closed is gone');
select is(pg_temp.week('analyst1', $$api.grid_week('2022-W51')$$, 'line_ref || '':'' || how') , 'W2:up W5:gone S1:up W1:down W3:new', 'one that fell is down, each in its place');
select is(tap.by('analyst1', $$select told from api.grid_week('2022-W51') where line_ref = 'W2'$$), 'rank 1, was 6; band critical, was high; score 99, was 60', 'cell by cell, in words');
select is(tap.by('analyst1', $$select changed::text from api.grid_week('2022-W51') where line_ref = 'W2'$$), '{band,score}', 'and by name');
select is(tap.by('analyst1', $$select status from api.grid_week('2022-W51') where line_ref = 'W5'$$), 'closed-other', 'what became of one that is gone');
select is(tap.by('analyst1', $$select score from api.grid_week('2022-W50') where line_ref = 'W2'$$), '60', 'the week before has the old score');
select is(tap.by('analyst1', $$select count(*) from api.grid_week('2022-W50') where line_ref = 'W3'$$), '0', 'and not what came since');
select is(tap.by('analyst1', $$select count(*) from api.grid_week('2022-W40') where place > 0$$), '0', 'nothing was there before');
select is(tap.by('analyst1', $$select count(*) from api.grid_week('2022-W51') where line_ref in ('W4', 'S2', 'K1')$$), '0', 'what one may not see is in no week');
select is(tap.by('analyst2', $$select count(*) from api.grid_week('2022-W51') where line_ref = 'W4'$$), '1', 'whom it is opened to sees it');
select is(tap.by('lro_bw', $$select string_agg(line_ref || rank, ' ' order by place) from api.grid_week('2022-W51') where place > 0$$), 'W21', 'an LRO those of their unit, with the rank on the force''s grid');
select is(tap.by('analyst1', $$select count(*) from api.grid_week('2022-W53')$$), 'GL004 there is no week 2022-W53: 2022 has 52.', 'a week that is none');
select is(tap.by('analyst1', $$select count(*) from api.grid_week('soon')$$), 'GL004 ''soon'' is no week; weeks are written like 2022-W52.', 'nor is this');
select is(tap.by('analyst1', $$select string_agg(line_ref || rank, ' ' order by place) from api.grid_week('2022-W51', 50, true) where place > 0$$), 'S11', 'the region''s is what its forces share');
select is(tap.by('supervisor1', $$select string_agg(line_ref || rank, ' ' order by place) from api.grid_week('2022-W51', 50, true) where place > 0$$), 'S11 W62', 'ranked together, no other region''s');
select is(tap.by('stranger', $$select count(*) from api.grid_week('2022-W51') where place > 0$$), '0', 'a stranger sees no line');
select is(tap.by('analyst1', $$select count(*) from api.grid_week('2022-W51', 1) where place > 0 and how <> 'gone'$$), '1', 'as many as are asked for');

-- Open taskings in the same way: T3 was raised since, T2 completed since, T1 went to another officer, T4 was as it is.
insert into data.tasking (tasking_ref, line_id, title, unit, state, due, raised_on, raised_by)
	select 'T4', line_id, 'Wait', 'BE', 'in-progress', '2022-12-30', '2022-11-28', 'analyst2' from data.line where line_ref = 'W4';
set session_replication_role = replica;
delete from data.tasking_history;
update data.tasking set valid_from = '2022-12-01';
insert into data.tasking_history select tstzrange('2022-12-01', '2022-12-19 08:00'), t.* from data.tasking t where t.tasking_ref in ('T1', 'T2');
update data.tasking_history set state = 'offered', is_open = true, completed_on = null where tasking_ref = 'T2';
update data.tasking_history set state = 'accepted' where tasking_ref = 'T1';
update data.tasking set owner = 'lro_be' where tasking_ref = 'T1';
update data.tasking set valid_from = '2022-12-19 08:00' where tasking_ref in ('T1', 'T2', 'T3');
set session_replication_role = origin;
select is(tap.by('analyst1', $$select left(tasking_ref, 15) || state || ' ' || told from api.tasking_week('2022-W51') where place = 0$$),
	'Tue 2022-12-20 as it stands now Mon 2022-12-19 00:00', 'taskings of the same moments');
select is(pg_temp.week('analyst1', $$api.tasking_week('2022-W51')$$, 'tasking_ref || '':'' || how'), 'T2:gone T3:new T1:changed', 'the first due first, each told how');
select is(tap.by('analyst1', $$select told from api.tasking_week('2022-W51') where tasking_ref = 'T1'$$), 'officer lro_be, was none; state In progress, was Accepted', 'cell by cell');
select is(tap.by('analyst1', $$select changed::text from api.tasking_week('2022-W51') where tasking_ref = 'T1'$$), '{officer,state}', 'and by name');
select is(tap.by('analyst1', $$select state || '; ' || told from api.tasking_week('2022-W51') where tasking_ref = 'T2'$$), 'Complete; state Complete, was Offered to the unit', 'what became of one that is gone');
select is(tap.by('analyst1', $$select late from api.tasking_week('2022-W51') where tasking_ref = 'T3'$$), 'late', 'late as at that day');
select is(pg_temp.week('analyst1', $$api.tasking_week('2022-W50')$$, 'tasking_ref || '':'' || how || state'), 'T2:Offered to the unit T1:Accepted', 'the week before has them as they were');
select is(pg_temp.week('analyst2', $$api.tasking_week('2022-W51')$$, 'tasking_ref || '':'' || how'), 'T2:gone T3:new T1:changed T4:', 'whom a line is opened to sees its taskings');
select is(tap.by('stranger', $$select count(*) from api.tasking_week('2022-W51') where place > 0$$), '0', 'a stranger sees none');
select is(tap.by('analyst1', $$select count(*) from api.tasking_week('2022-W53')$$), 'GL004 there is no week 2022-W53: 2022 has 52.', 'a week that is none');
-- A line as it stood.
create function pg_temp.line(login text, p_ref text, week text) returns text language sql as $$
	select tap.by(login, format('select string_agg(left(section, 7) || '':'' || label || '' '' || text || coalesce('' < '' || was, ''''), ''; '') from api.line_as_at(%L, %L)
		where was is not null or label in ('''', ''Score'', ''Status'') or section like ''Task%%''', (select line_id from data.line where line_ref = p_ref), week))
$$;
select is(pg_temp.line('analyst1', 'W2', '2022-W51'), 'Changed:Score 99 < 60; Changed:Band critical < high; As at T:Score 99*; As at T:Status Tasked; Tasking:T1 Visit: BE, due 2022-12-22, in progress', 'a line with what changed since the week before');
select is(pg_temp.line('analyst1', 'W2', '2022-W50'), 'As at M:Score 60; As at M:Status Tasked; Tasking:T2 Look: CMPG, due 2022-12-01, offered to the unit (late); Tasking:T1 Visit: BE, due 2022-12-22, accepted', 'as the week before had it');
select is(pg_temp.line('analyst1', 'W3', '2022-W50'), 'As at M: It was not known yet.', 'one that was not known');
select is(pg_temp.line('stranger', 'W2', '2022-W51'), 'As at T: It was not known yet.', 'one that may not be seen looks the same');
select * from finish();
