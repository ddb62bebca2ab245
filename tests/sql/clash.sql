-- SPDX-License-Identifier: MIT
-- Templates, capacities and what stands against a tasking; boards, days and workload count the same taskings.
create function tap.line(p_ref text) returns uuid language sql as $$ select line_id from data.line where line_ref = p_ref $$;
create function tap.crew(p_ref text) returns uuid language sql as $$ select group_id from data.crime_group where group_ref = p_ref $$;
create function tap.tasked(p_ref text) returns data.tasking language sql as $$ select t from data.tasking t where tasking_ref = p_ref $$;
-- clash(LOGIN, REF): what that login is told stands against a tasking.
create function tap.clash(login text, p_ref text) returns text language sql as $$
	select tap.by(login, format('select string_agg(kind || '': '' || text, ''|'' order by kind, text) from api.task_clashes(%L)', (tap.tasked(p_ref)).tasking_id))
$$;
create function tap.told(login text, step text, id uuid, cells jsonb) returns text language sql as $$
	select tap.by(login, format('select string_agg(concat_ws('': '', nullif(label, ''''), text), ''|'' order by label, text) from api.step_preview(%L, %L, %L) where section = ''Clashes''', step, id, cells))
$$;
select plan(45);
-- Due days.
select is(data.due_day('5 working days', '2022-12-20'), date '2022-12-29', 'five working days over Christmas');
select is(data.due_day(' 5WD ', '2022-12-20'), date '2022-12-29', 'in short, in any case');
select is(data.due_day('1 working day', '2022-12-23'), date '2022-12-28', 'one, past a weekend and two bank holidays');
select is(data.due_day('2023-01-31', '2022-12-20'), date '2023-01-31', 'a day is a day');
select is(data.due_day('0wd', '2022-12-20'), null, 'none is no number of days');
select is(data.due_day('1000wd', '2022-12-20'), null, 'nor are a thousand');
select is(data.due_day('31.01.2023', '2022-12-20'), null, 'days are written one way');
-- Templates.
select is(step('analyst1', 'task_raise', tap.line('W1'), null, '{"template": "cuckooed-visit", "reason": "SYNTHETIC"}'),
	'T22-0001 is submitted for BE, due 2022-12-29', 'a template fills what is empty; no unit in it is that of the line');
select is((select array[title, left(asked, 17), four_p, priority, nim_level::text, operation, route, why] from data.tasking where tasking_ref = 'T22-0001'),
	array['Visit the cuckooed address', 'Visit the address', 'Protect', 'high', '1', 'Skyclash', 'local', 'SYNTHETIC'], 'all of it');
select is(step('analyst1', 'task_raise', tap.line('W2'), null, '{"template": "handset-download", "title": "Both handsets", "priority": "urgent", "due": "2022-12-30", "reason": "SYNTHETIC"}'),
	'T22-0002 is submitted for DF, due 2022-12-30', 'what was typed stands');
select is((select array[title, priority, route] from data.tasking where tasking_ref = 'T22-0002'), array['Both handsets', 'urgent', 'force'], 'beside what the template says');
select is(step('analyst1', 'task_raise', tap.line('W1'), null, '{"reason": "SYNTHETIC"}'),
	'GL004 One field needs mending: title: is empty. [title: is empty]', 'without a template it needs to be said what');
select is(step('analyst1', 'task_raise', tap.line('S1'), null, '{"title": "x", "reason": "SYNTHETIC"}'),
	'GL002 Raise a tasking: this line is another force''s or another unit''s to change.', 'others'' lines are not tasked');
select is(step('analyst1', 'task_raise_group', tap.crew('USG1'), null, '{"title": "x", "reason": "SYNTHETIC"}'),
	'GL004 One field needs mending: unit: is empty. [unit: is empty]', 'a group has no unit of its own');
select matches(step('analyst1', 'task_raise', tap.line('W1'), null, '{"template": "cuckoo", "reason": "SYNTHETIC"}'), 'template: ''cuckoo'' is not known', 'an unknown template is refused');
select is(step('lro_be', 'task_raise', tap.line('W1'), null, '{"template": "courier-stop", "reason": "SYNTHETIC"}'),
	'GL004 One field needs mending: route: Regional is raised by: analyst, supervisor. [route: Regional is raised by: analyst, supervisor]', 'a template gives nobody a right');
update ref.tasking_template set valid_to = '2022-12-19' where code = 'courier-stop';
select matches(step('analyst1', 'task_raise', tap.line('W1'), null, '{"template": "courier-stop", "reason": "SYNTHETIC"}'), 'template: ''courier-stop'' is not known', 'nor one of another day');
select is(tap.by('analyst1', format('select string_agg(label || '': '' || text, ''|'') from api.step_preview(''task_raise'', %L, ''{"template": "cell-site"}'') where section = ''What will be made'' and label in (''What'', ''Unit'', ''Due'', ''How'')', tap.line('W3'))),
	'What: Cell-site analysis of the last month|Unit: INT|Due: Fri 2023-01-13|How: Force (SOCEx), normal, Pursue, NIM level 2', 'the preview shows what would be filled in');

-- Two units on one line.
select is(tap.clash('analyst1', 'T22-0001'), 'line: CMPG is tasked on this line, late since 2022-12-19: T3 Stop (in progress)', 'another unit works on the line');
select is(tap.told('analyst2', 'task_authorise', (tap.tasked('T22-0001')).tasking_id, '{}'), 'The same line: CMPG is tasked on this line, late since 2022-12-19: T3 Stop (in progress)', 'which is shown before authorising');
select is(tap.told('analyst1', 'task_raise', tap.line('W1'), '{"unit": "INT"}'),
	'The same line: BE is tasked on this line, until 2022-12-29: T22-0001 Visit the cuckooed address (submitted)|The same line: CMPG is tasked on this line, late since 2022-12-19: T3 Stop (in progress)', 'and before raising');
select is(tap.told('analyst1', 'task_raise', tap.line('W1'), '{"unit": "CMPG"}'), 'The same line: BE is tasked on this line, until 2022-12-29: T22-0001 Visit the cuckooed address (submitted)', 'one''s own unit is no clash');
update data.tasking set authorised_on = '2023-01-20', submitted_on = '2022-12-20', due = '2023-02-01' where tasking_ref = 'T22-0001';
select is(tap.clash('analyst1', 'T3'), null, 'nor is one that begins after the other is due');
update data.tasking set authorised_on = null, due = '2022-12-29' where tasking_ref = 'T22-0001';
update data.tasking set state = 'cancelled', completed_on = '2022-12-20' where tasking_ref = 'T3';
select is(tap.clash('analyst1', 'T22-0001'), null, 'it is gone once that is closed');

-- One group.
select is(step('supervisor1', 'task_raise_group', tap.crew('OCG1'), null, '{"template": "group-research", "reason": "SYNTHETIC"}'), 'T22-0003 is submitted for FPVT, due 2023-01-13', 'the group behind the line');
select is(tap.clash('analyst1', 'T22-0001'), 'group: FPVT is tasked on this group, until 2023-01-13: T22-0003 Research the controlling group (submitted)', 'a tasking on it stands against one on its line');
select is(tap.clash('analyst1', 'T22-0003'), 'group: BE is tasked on W1 of this group, until 2022-12-29: T22-0001 Visit the cuckooed address (submitted)', 'and the other way round');
insert into data.tasking (tasking_ref, line_id, unit, state, due, raised_on, force, raised_by, title) values ('X1', tap.line('W4'), 'DF', 'in-progress', '2023-01-05', '2022-12-20', 'West Midlands', 'supervisor1', 'Secret');
select is(tap.clash('analyst1', 'T22-0003'), 'group: BE is tasked on W1 of this group, until 2022-12-29: T22-0001 Visit the cuckooed address (submitted)|group: DF is tasked on a line of this group that you may not see, until 2023-01-05', 'a line that one may not see is not named');
select is(tap.clash('analyst_st', 'T22-0003'), null, 'nor is anything told to who does not see the tasking');

-- A line that may be another.
insert into data.deconfliction (line_a, line_b, cause, raised_on) select least(a.line_id, b.line_id), greatest(a.line_id, b.line_id), 'brand', '2022-12-20' from data.line a, data.line b where a.line_ref = 'W1' and b.line_ref = 'W3';
select matches(tap.clash('analyst1', 'T22-0001'), '^deconfliction: W1 may be the same line as W3: decide that first, it cannot be tasked until then', 'an open deconfliction');
select matches(tap.told('analyst1', 'task_raise', tap.line('W3'), '{}'), 'Deconfliction: W3 may be the same line as W1', 'before raising, too');
select is(step('analyst2', 'task_authorise', (tap.tasked('T22-0001')).tasking_id, (tap.tasked('T22-0001')).row_version, '{"reason": "SYNTHETIC"}'),
	'GL002 T22-0001: its line may be the same as another line: decide the deconfliction first.', 'and it is not authorised');
delete from data.deconfliction;

-- Capacity.
update ref.unit_capacity set open_at_most = 1 where unit = 'BE';
select is(tap.clash('analyst1', 'T22-0001'), 'capacity: BE has 1 open tasking and says it can carry 1: this one makes 2|group: FPVT is tasked on this group, until 2023-01-13: T22-0003 Research the controlling group (submitted)', 'a unit that would have more than it can carry');
update ref.unit_capacity set valid_to = '2022-12-19' where unit = 'BE';
select matches(tap.clash('analyst1', 'T22-0001'), '^group', 'a capacity of another day counts no more');
select is(tap.told('analyst1', 'task_offer', (tap.tasked('T22-0001')).tasking_id, '{"unit": "nowhere"}'), 'The same group: FPVT is tasked on this group, until 2023-01-13: T22-0003 Research the controlling group (submitted)', 'a half-typed unit raises nothing');

-- Board, days, workload.
select is(tap.by('supervisor1', $$select string_agg(key || ' ' || total || ' ' || late_total, '|') from (select distinct key, position, total, late_total from api.task_board('state', 1) order by position) x$$),
	(select string_agg(s.code || ' ' || (select count(*) from data.tasking t where t.state = s.code) || ' ' || (select count(*) from data.tasking t where t.state = s.code and t.due < '2022-12-20'), '|' order by s.position) from ref.tasking_state s where s.is_open), 'a board has every open state with its counts');
select is(tap.by('supervisor1', $$select string_agg(key || ' ' || tasking_ref || ' ' || state_label, '|') from api.task_board('unit', 1)$$), 'BE T1 In progress|FPVT T22-0003 Submitted|DF T22-0002 Submitted', 'by unit, the first card of each');
select is(tap.by('lro_be', $$select string_agg(tasking_ref, ' ' order by tasking_ref) from api.task_board('unit', 50)$$), 'T1 T22-0001 T22-0002', 'of what one sees');
select is(tap.by('lro_be', $$select count(*) from api.task_board('person', 5)$$), 'GL004 There is no board by ''person''.', 'never of people');
select is(tap.by('supervisor1', $$select string_agg(concat_ws(' ', day, nullif(holiday, ''), open, late, closed), '|') from api.task_days('2022-12-26', '2022-12-30')$$),
	'2022-12-26 Boxing Day 0 0 0|2022-12-27 Christmas Day, in lieu 0 0 0|2022-12-28 0 0 0|2022-12-29 1 0 0|2022-12-30 1 0 0', 'days with what falls due');
select is(tap.by('supervisor1', $$select count(*) from api.task_days('2022-12-26', '2024-12-30')$$), 'GL004 From 2022-12-26 to 2024-12-30 is no range of days.', 'not of years');
update data.tasking set offered_on = '2022-12-12', answer_due = '2022-12-14', answered_on = '2022-12-15', operation = 'Ferrari' where tasking_ref = 'T1';
update data.tasking set offered_on = '2022-12-20', answer_due = '2022-12-22', answered_on = '2022-12-20' where tasking_ref = 'X1';
select is(tap.by('supervisor1', $$select string_agg(concat_ws(' ', unit, '[' || operation || ']', open, late, answered, answered_in_time, completed, completed_in_time, capacity), '|') from api.workload('2022-12-01', '2022-12-20')$$),
	'BE 2 0 1 0 0 0|BE [Ferrari] 1 0 1 0 0 0|BE [Skyclash] 1 0 0 0 0 0|FPVT 1 0 0 0 0 0 20|FPVT [] 1 0 0 0 0 0|CMPG 0 0 0 0 1 1 20|CMPG [] 0 0 0 0 1 1|DF 2 0 1 1 0 0 15|DF [] 2 0 1 1 0 0', 'the answer is timed apart from the work, by unit and operation')
;
select is(tap.by('supervisor1', $$select (select sum(open) from api.workload('2022-12-01', '2022-12-20') where operation is null) = (select count(*) from api.taskings where is_open)
	and (select sum(total) from (select distinct key, total from api.task_board('state', 1)) x) = (select count(*) from api.taskings where is_open)$$), 'true', 'all count the same taskings');
select is(tap.by('lro_bw', $$select count(*) from api.workload('2022-12-20', '2022-12-01')$$), 'GL004 From 2022-12-20 to 2022-12-01 is no range of days.', 'a range goes forward');
select is(has_function_privilege('gridline_lro', 'api.task_board(text, int)', 'execute'), true, 'everybody may ask');
select * from finish();
