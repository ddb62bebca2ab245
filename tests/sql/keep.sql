-- SPDX-License-Identifier: MIT
-- What a line's row keeps of other tables follows them.
select plan(21);
select line_id as w2 from data.line where line_ref = 'W2' \gset
create function pg_temp.kept() returns text language sql as $$
	select concat_ws('|', aliases_text, imports_text, drugs_text, groups_text) from data.line where line_ref = 'W2'
$$;

insert into data.line_alias values (:'w2', 'Zulu'), (:'w2', 'Yankee');
insert into data.line_import (line_id, area) values (:'w2', 'Kent'), (:'w2', 'Essex');
insert into data.line_import (line_id, area, valid_to) values (:'w2', 'Sussex', '2022-12-01');
insert into data.line_drug values (:'w2', 'crack cocaine'), (:'w2', 'heroin');
insert into data.line_group (line_id, group_id) select :'w2', group_id from data.crime_group;
select is(pg_temp.kept(), 'Yankee;Zulu|Essex;Kent|heroin;crack cocaine|OCG1;USG1',
	'lists hold what is valid today, in their order');
select is((select search_text from data.line where line_id = :'w2'), E'w2\nbravo\nyankee\nzulu', 'an alias is found');
update data.crime_group set group_ref = 'USG9' where group_ref = 'USG1';
select is((select groups_text from data.line where line_id = :'w2'), 'OCG1;USG9', 'a group''s new reference shows');
update data.line_import set area = 'Surrey' where line_id = :'w2' and area = 'Kent';
select is((select imports_text from data.line where line_id = :'w2'), 'Essex;Surrey', 'an import that changes shows');
update data.line_group set valid_to = '2022-12-19' where line_id = :'w2';
select is((select groups_text from data.line where line_id = :'w2'), '', 'a link that ended does not');
delete from data.line_alias where line_id = :'w2';
delete from data.line_drug where line_id = :'w2' and drug = 'heroin';
select is(pg_temp.kept(), '|Essex;Surrey|crack cocaine|', 'what is removed goes');

select row_version as v from data.line where line_id = :'w2' \gset
select is((select (open_taskings, overdue_taskings, tasked_units)::text from data.line where line_id = :'w2'), '(1,0,{BE})', 'open taskings are counted');
insert into data.tasking (tasking_ref, line_id, unit, state, due, raised_on) values ('T8', :'w2', 'CMPG', 'in-progress', '2022-12-19', '2022-12-01');
select is((select (open_taskings, overdue_taskings, tasked_units)::text from data.line where line_id = :'w2'), '(2,1,"{BE,CMPG}")', 'a late one as late');
update data.tasking set state = 'complete', result = 'Done', evidence = 'SYNTHETIC', completed_on = raised_on where tasking_ref = 'T1';
select is((select (open_taskings, overdue_taskings, tasked_units)::text from data.line where line_id = :'w2'), '(1,1,{CMPG})', 'a complete one no more');
delete from data.tasking where tasking_ref = 'T8';
select is((select (open_taskings, overdue_taskings, tasked_units)::text from data.line where line_id = :'w2'), '(0,0,{})', 'nor a removed one');
select is((select row_version from data.line where line_id = :'w2'), :v, 'counters make no version: nobody''s edit goes stale by them');

update data.line set name = name where line_id = :'w2';
select is((select row_version from data.line where line_id = :'w2'), :v, 'a change of nothing makes none either');
update data.line set status = 'merged' where line_id = :'w2';
select is((select is_open from data.line where line_id = :'w2'), false, 'a merged line is not open');
select is((select row_version from data.line where line_id = :'w2'), :v + 1, 'a change makes the next version');
select is((select changed_by from data.line where line_id = :'w2'), 'postgres', 'and says whose it is');
select throws_ok(format('update data.line set status = %L where line_id = %L', 'no such', :'w2'), '23502', null, 'a status must be known');

-- The reference tables have the last word on what is open.
update ref.line_status set is_open = false where code = 'dormant';
update data.line set status = 'dormant' where line_ref = 'W1';
select is((select is_open from data.line where line_ref = 'W1'), false, 'a force may say that dormant lines are off the grid');
update ref.line_status set is_open = true where code = 'dormant';
select is((select is_open from data.line where line_ref = 'W1'), true, 'and may change its mind');

select is((select shift from ref.setting), make_interval(secs => extract(epoch from
	(select training_base - training_started from ref.setting))), 'the clock''s shift is in seconds');
update ref.setting set training_base = '2022-12-31 09:00', training_started = now();
select is((select to_char(at, 'YYYY-MM-DD HH24:MI') || ' ' || today || ' ' || to_char(week_start, 'YYYY-MM-DD HH24:MI') from ref.clock),
	'2022-12-31 09:00 2022-12-31 2022-12-26 00:00', 'the clock knows its day and its ISO week');
update ref.setting set training_base = null, training_started = null;
select is((select at from ref.clock), now(), 'without training it is now');
select * from finish();
