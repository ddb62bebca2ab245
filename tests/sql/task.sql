-- SPDX-License-Identifier: MIT
-- A tasking from bid to completion, with a refusal to authorise one's own, a question and a decline on the way.
create function tap.cells(more jsonb default '{}') returns jsonb language sql as $$
	select '{"title": "Visit the addresses", "reason": "SYNTHETIC", "unit": "BE", "due": "5wd", "route": "local", "submit": "yes"}'::jsonb || more
$$;
create function tap.line(p_ref text) returns uuid language sql as $$ select line_id from data.line where line_ref = p_ref $$;
-- task(LOGIN, STEP, CELLS): on the one tasking that was raised here, as it stands.
create function tap.task(login text, step text, cells jsonb default '{"reason": "SYNTHETIC"}') returns text language sql as $$
	select tap.step(login, step, t.tasking_id, t.row_version, cells) from data.tasking t where t.title = 'Visit the addresses' order by t.tasking_ref desc limit 1
$$;
create function tap.now() returns text language sql as $$
	select state from data.tasking t where t.title = 'Visit the addresses' order by t.tasking_ref desc limit 1
$$;
select plan(59);
select is(tap.step('analyst1', 'task_raise', tap.line('W1'), null, tap.cells()), 'T22-0001 is submitted for BE, due 2022-12-29', 'raised: five working days over Christmas');
select is((select array[state, force, raised_by, submitted_on::text] from data.tasking where tasking_ref = 'T22-0001'), array['submitted', 'West Midlands', 'analyst1', '2022-12-20'], 'as it was asked');
select is((select open_taskings from data.line where line_ref = 'W1'), 2, 'and counted on its line');
select is(tap.task('analyst1', 'task_authorise'), 'GL002 T22-0001: you raised it: somebody else authorises it.', 'nobody authorises their own');
select is(tap.task('lro_be', 'task_accept'), 'GL002 T22-0001: it is submitted.', 'what is not offered is not accepted');
select is(tap.task('analyst2', 'task_authorise'), 'T22-0001 is authorised and offered to BE', 'a second analyst authorises a local one');
select is((select answer_due from data.tasking where tasking_ref = 'T22-0001'), date '2022-12-22', 'the unit has two working days to answer');
select is(tap.task('lro_bw', 'task_accept'), 'GL005 There is no such tasking, or it is not yours to see.', 'another unit does not see it');
select is(tap.task('analyst1', 'task_accept'), 'GL002 Accept: it is for BE to answer.', 'who asked does not answer');
select is(tap.task('lro_be', 'task_query', '{"reason": "Which addresses?"}'), 'T22-0001 is returned for clarification', 'asked back');
select is(tap.task('lro_be', 'task_accept'), 'GL002 T22-0001: it is returned for clarification.', 'and waits');
select is(tap.task('analyst1', 'task_clarify', '{"reason": "Both."}'), 'T22-0001 is clarified and offered to BE again', 'clarified');
select is(tap.task('lro_be', 'task_decline', '{"reason": "No officers free."}'), 'T22-0001 is declined by BE', 'declined with a reason');
select is(tap.task('analyst1', 'task_offer', '{"unit": "CLTF", "reason": "They can."}'), 'GL002 T22-0001: you raised it: somebody else offers it again.', 'nor is it offered again by who raised it');
select is(tap.task('supervisor1', 'task_offer', '{"unit": "BW", "reason": "Theirs as well."}'), 'T22-0001 is offered to BW', 'offered to another unit');
select is(tap.by('lro_bw', $$select line_ref || ' ' || title from api.taskings where tasking_ref = 'T22-0001'$$), 'W1 Visit the addresses', 'who now sees it, and its line');
select is(tap.by('lro_bw', $$select section from api.my_tasks() where tasking_ref = 'T22-0001'$$), 'answer', 'as awaiting their answer');
select is(tap.by('analyst1', $$select section from api.my_tasks() where tasking_ref = 'T22-0001'$$), 'others', 'while who raised it waits on others');
select is(tap.task('lro_bw', 'task_accept', '{"officer": "lro_be"}'), 'GL004 One field needs mending: officer: lro_be is no officer of BW. [officer: lro_be is no officer of BW]', 'an officer is one of the unit''s');
select is(tap.task('lro_bw', 'task_accept', '{"officer": "lro_bw"}'), 'T22-0001 is accepted for BW, by lro_bw', 'accepted');
select is(tap.task('lro_bw', 'task_undo', '{"reason": "Too soon."}'), 'T22-0001 is offered to the unit again: accept was undone', 'undone');
select is((select array[state, coalesce(owner, '-')] from data.tasking where tasking_ref = 'T22-0001'), array['offered', '-'], 'as it was before');
select is(tap.task('lro_bw', 'task_undo', '{"reason": "Again."}'), 'GL002 T22-0001: its last step cannot be undone: undo the last step.', 'an undoing is not undone');
select is(tap.task('lro_bw', 'task_accept', '{"officer": "lro_bw"}'), 'T22-0001 is accepted for BW, by lro_bw', 'accepted again');
select is(tap.task('supervisor1', 'task_undo', '{"reason": "No."}'), 'GL002 Undo the last step: it is for BW to answer.', 'what others did is not undone');
select is(tap.task('lro_bw', 'task_start', '{}'), 'T22-0001 is in progress', 'begun');
select is(tap.task('lro_bw', 'task_update', '{"reason": "One of two seen."}'), 'T22-0001 is in progress: a note was added', 'a note');
select is(tap.task('analyst1', 'task_carry', '{"due": "2022-12-28", "reason": "x"}'), 'GL004 One field needs mending: due: 2022-12-28 is no later than it was, 2022-12-29. [due: 2022-12-28 is no later than it was, 2022-12-29]', 'forward is forward');
select is(tap.task('analyst1', 'task_carry', '{"due": "2023-01-04", "reason": "Christmas"}'), 'T22-0001 is carried forward to 2023-01-04, 1 time by now', 'carried forward');
select is(tap.task('lro_bw', 'task_result', '{"result": " ", "evidence": "Log 1"}'), 'GL004 One field needs mending: result: is empty. [result: is empty]', 'a result of spaces is none');
select is(tap.task('lro_bw', 'task_result', '{"result": "Both seen", "evidence": "Log 1"}'), 'T22-0001 has a result, to be reviewed', 'a result');
select is(tap.by('analyst1', $$select section from api.my_tasks() where tasking_ref = 'T22-0001'$$), 'decide', 'which waits for a decision');
select is(tap.task('lro_bw', 'task_review'), 'GL002 Review the result: it was raised by analyst1.', 'not of theirs');
select is(tap.task('analyst1', 'task_rework', '{"reason": "Which day?"}'), 'T22-0001 is sent back to work', 'sent back');
select is(tap.task('lro_bw', 'task_result', '{"result": "Both seen on the 20th", "evidence": "Log 1"}'), 'T22-0001 has a result, to be reviewed', 'and again');
select is(tap.task('analyst1', 'task_review'), 'T22-0001 is reviewed and complete', 'reviewed and complete');
select is((select array[state, reviewed_by, completed_on::text, carried::text] from data.tasking where tasking_ref = 'T22-0001'), array['complete', 'analyst1', '2022-12-20', '1'], 'it says so');
select is((select open_taskings from data.line where line_ref = 'W1'), 1, 'and counts no more');
select is((select count(*) from data.tasking_event e join data.tasking t using (tasking_id) where t.tasking_ref = 'T22-0001'), 16::bigint, 'each step is in its history');
select is(tap.by('lro_bw', $$select count(*) > 15 and bool_or(text like '%Unit: BW, was BE%') from api.task((select tasking_id from api.taskings where tasking_ref = 'T22-0001')) where section = 'History'$$), 'true', 'which its card shows, old and new');

-- Fields.
select is(tap.step('lro_be', 'task_raise', tap.line('W1'), null, tap.cells('{"route": "regional"}')), 'GL004 One field needs mending: route: Regional is raised by: analyst, supervisor. [route: Regional is raised by: analyst, supervisor]', 'a route above one''s right');
select is(tap.step('lro_be', 'task_raise', tap.line('W1'), null, tap.cells('{"due": "2022-12-01"}')), 'GL004 One field needs mending: due: 2022-12-01 lies before it was raised, 2022-12-20. [due: 2022-12-01 lies before it was raised, 2022-12-20]', 'due before raised');
select is(tap.step('lro_be', 'task_raise', tap.line('W1'), null, tap.cells('{"due": "soon"}')), 'GL004 One field needs mending: due: ''soon'' is no day: write one like 2022-12-20, a number of working days like 5wd, or next review. [due: ''soon'' is no day: write one like 2022-12-20, a number of working days like 5wd, or next review]', 'due is no day');
select is(tap.step('lro_be', 'task_raise', tap.line('W1'), null, tap.cells('{"due": "2023-05-01"}')), 'GL004 One field needs mending: unit: BE is no unit any more on 2023-05-01. [unit: BE is no unit any more on 2023-05-01]', 'a unit that will have ended');
select is(data.due_day('next review', '2022-12-20'), date '2022-12-21', 'the next review is on Wednesday');
select is(data.due_day('next review', '2022-12-21'), date '2022-12-28', 'on a Wednesday, that of next week');
select is(tap.step('analyst1', 'task_raise', tap.line('W1'), 99, tap.cells()), 'GL003 Line W1 was changed by ' || (select changed_by from data.line where line_ref = 'W1') || ' while you wrote: it is at version ' || (select row_version from data.line where line_ref = 'W1') || ', you saw 99.', 'a line that was changed meanwhile');

-- Many at once, each by itself.
select is(tap.by('analyst1', format('select string_agg(ref || '' '' || ok || '' '' || said, ''|'' order by place) from api.step_many(''task_raise'', %L, null, %L, gen_random_uuid())',
	array[tap.line('W1'), tap.line('W5'), tap.line('S2'), tap.line('W2')], tap.cells('{"title": "Many"}'))),
	'T22-0002 true T22-0002 is submitted for BE, due 2022-12-29|W5 false This line cannot be tasked: it is closed.| false There is no such line, or it is not yours to see.|T22-0004 true T22-0004 is submitted for BE, due 2022-12-29',
	'many at once: done or refused by itself');
select is((select count(*) from data.tasking where title = 'Many'), 2::bigint, 'and only what may be');
-- A group.
select is(tap.step('supervisor1', 'task_raise_group', (select group_id from data.crime_group where group_ref = 'OCG1'), null, tap.cells('{"title": "Map it", "unit": "INT", "route": "national"}')), 'T22-0005 is submitted for INT, due 2022-12-29', 'on a group');
select is(tap.by('analyst1', $$select group_ref from api.taskings where title = 'Map it'$$), 'OCG1', 'which the force sees');
select is(tap.by('analyst_st', $$select count(*) from api.taskings where title = 'Map it'$$), '0', 'and no other');
-- Handover.
update data.tasking set owner = 'lro_be' where tasking_ref in ('T22-0002', 'T22-0004');
select is(tap.step('lro_bw', 'task_handover', null, 0, '{"officer": "lro_be", "to": "lro_bw", "reason": "Leave"}'), 'GL004 2 fields need mending: officer: what another holds is handed over by an analyst or supervisor of their force; to: lro_bw is no officer of BE. [officer: what another holds is handed over by an analyst or supervisor of their force'||E'\n'||'to: lro_bw is no officer of BE]', 'not what another holds, nor to whom is of no such unit');
update data.staff set more_units = '{BE}' where login = 'lro_bw';
select is(tap.step('lro_be', 'task_handover', null, 0, '{"officer": "lro_be", "to": "lro_bw", "reason": "Leave"}'), '2 taskings are handed over from lro_be to lro_bw', 'one''s own');
-- What others did.
select is(tap.by('lro_be', 'select api.tasks_new() > 0'), 'true', 'something is new to them');
select is(tap.by('lro_be', 'select api.tasks_seen()'), null, 'until they look');
select throws_ok($$insert into data.tasking (tasking_ref, line_id, unit, state, due, raised_on) select 'X1', line_id, 'BE', 'submitted', '2022-12-01', '2022-12-02' from data.line where line_ref = 'W1'$$, '23514', null, 'the table refuses a day before it was raised');
select throws_ok($$update data.tasking set state = 'complete' where tasking_ref = 'T22-0002'$$, '23514', null, 'and one that is complete without a result');
select throws_ok($$update data.tasking set authorised_by = raised_by where tasking_ref = 'T22-0002'$$, '23514', null, 'and who authorises their own');
select * from finish();
