-- SPDX-License-Identifier: MIT
-- Every step on a tasking in every state by every login, held against lists written down here and not against the
-- table of moves; undoing each of them; the walls of the table; a thousand at once.
create function tap.line(p_ref text) returns uuid language sql as $$ select line_id from data.line where line_ref = p_ref $$;
create function tap.tasked(p_ref text) returns data.tasking language sql as $$ select t from data.tasking t where tasking_ref = p_ref $$;
-- One for BE on W1 in each state, raised by analyst1, as the steps would have left it.
create function tap.place(p_ref text, p_state text, p_line text default 'W1') returns void language sql as $$
	insert into data.tasking (tasking_ref, line_id, force, title, unit, state, raised_on, raised_by, submitted_on, authorised_by, authorised_on, offered_on,
		answer_due, answered_on, due, result, evidence, result_by, result_on, reviewed_by, reviewed_on, completed_on)
	select p_ref, tap.line(p_line), 'West Midlands', 'Visit', 'BE', p_state, '2022-12-12', 'analyst1', case when p_state <> 'draft' then date '2022-12-12' end,
		case when n > 2 then 'supervisor1' end, case when n > 2 then date '2022-12-13' end, case when n > 3 then date '2022-12-13' end,
		case when n > 3 then date '2022-12-15' end, case when n > 5 then date '2022-12-14' end, '2022-12-22',
		case when n in (10, 11, 12) then 'Seen' else '' end, case when n in (10, 11, 12) then 'Log 1' else '' end, case when n in (10, 11, 12) then 'lro_be' end,
		case when n in (10, 11, 12) then date '2022-12-16' end, case when n in (11, 12) then 'analyst1' end, case when n in (11, 12) then date '2022-12-17' end,
		case when n in (12, 13) then date '2022-12-17' end
	from (select case p_state when 'draft' then 1 when 'submitted' then 2 when 'refused' then 3 when 'authorised' then 3 when 'offered' then 4 when 'declined' then 6
		when 'returned' then 7 when 'accepted' then 8 when 'in-progress' then 9 when 'result' then 10 when 'reviewed' then 11 when 'complete' then 12 else 13 end as n) x
$$;
select tap.place(code, code) from ref.tasking_state where code <> 'cancelled';
select tap.place('cancelled', 'cancelled');
-- tried(...): what api.step says, and nothing of it stays.
create function tap.tried(login text, step text, p_ref text, cells jsonb) returns text language plpgsql as $$
declare
	got text;
begin
	begin
		got := tap.step(login, step, (tap.tasked(p_ref)).tasking_id, (tap.tasked(p_ref)).row_version, cells);
		raise exception using errcode = 'TAPPY';
	exception when sqlstate 'TAPPY' then
		return got;
	end;
end
$$;
create table tap.rule (step text, states text[], logins text[], cells jsonb);
insert into tap.rule values
	('task_submit', '{draft}', '{analyst1,analyst2,supervisor1}', '{}'),
	('task_edit', '{draft,submitted,returned,declined}', '{analyst1,analyst2,supervisor1}', '{"title": "Other", "unit": "BE", "due": "9wd", "route": "local", "reason": "x"}'),
	('task_authorise', '{submitted}', '{analyst2,supervisor1}', '{"reason": "x"}'),
	('task_refuse', '{submitted}', '{analyst2,supervisor1}', '{"reason": "x"}'),
	('task_offer', '{authorised}', '{analyst1,analyst2,supervisor1}', '{"unit": "BE", "reason": "x"}'),
	('task_offer', '{declined}', '{analyst2,supervisor1}', '{"unit": "BE", "reason": "x"}'),
	('task_accept', '{offered}', '{lro_be}', '{}'),
	('task_decline', '{offered}', '{lro_be}', '{"reason": "x"}'),
	('task_query', '{offered,accepted}', '{lro_be}', '{"reason": "x"}'),
	('task_clarify', '{returned}', '{analyst1,analyst2,supervisor1}', '{"reason": "x"}'),
	('task_start', '{accepted}', '{lro_be}', '{}'),
	('task_update', '{accepted,in-progress}', '{lro_be}', '{"reason": "x"}'),
	('task_result', '{accepted,in-progress}', '{lro_be}', '{"result": "x", "evidence": "x"}'),
	('task_delegate', '{offered,accepted,in-progress,returned,result}', '{lro_be}', '{"officer": "lro_be", "reason": "x"}'),
	('task_review', '{result}', '{analyst1,analyst2,supervisor1}', '{"reason": "x"}'),
	('task_rework', '{result,reviewed}', '{analyst1,analyst2,supervisor1}', '{"reason": "x"}'),
	('task_complete', '{reviewed}', '{analyst1,analyst2,supervisor1}', '{}'),
	('task_carry', '{submitted,authorised,offered,declined,returned,accepted,in-progress,result,reviewed}', '{analyst1,analyst2,supervisor1}', '{"due": "9wd", "reason": "x"}'),
	('task_cancel', '{draft,submitted,authorised,offered,declined,returned,accepted,in-progress,result,reviewed}', '{analyst1,analyst2,supervisor1}', '{"reason": "x"}');
create table tap.asked as
	select s.step, t.code as state, w.login, tap.tried(w.login, s.step, t.code, (select r.cells from tap.rule r where r.step = s.step limit 1)) as got,
		exists (select from tap.rule r where r.step = s.step and t.code = any (r.states) and w.login = any (r.logins)) as may
	from (select step from ref.step where object = 'tasking' and step <> 'task_undo') s
	cross join (select code from ref.tasking_state) t
	cross join unnest(array['analyst1', 'analyst2', 'analyst_st', 'supervisor1', 'auditor1', 'admin1', 'lro_be', 'lro_bw', 'leaver']) w (login);

select plan(46);
select is((select string_agg(distinct s.step, ' ') from ref.step s where s.object = 'tasking' and s.step <> 'task_undo' and not exists (select from tap.rule r where r.step = s.step)), null, 'every step has its rule here');
select is((select count(*) from tap.asked where may and got !~ '^GL'), (select sum(cardinality(states) * cardinality(logins)) from tap.rule), 'all that may be done is done');
select is((select string_agg(format('%s of %s by %s: %s', step, state, login, got), E'\n') from tap.asked where may and got ~ '^[A-Z0-9]{5} '), null, 'without a refusal');
select is((select string_agg(format('%s of %s by %s: %s', step, state, login, got), E'\n') from (select * from tap.asked where not may and got !~ '^GL00[125] ' limit 20) x), null, 'and nothing else: each forbidden step is refused');
select is((select count(*) from tap.asked where not may), (select count(*) from tap.asked) - (select sum(cardinality(states) * cardinality(logins)) from tap.rule), 'of every login, state and step');
select is((select count(*) from data.tasking_event e join data.tasking t using (tasking_id) where t.tasking_ref in (select code from ref.tasking_state)), 0::bigint, 'and nothing of it stays');

-- Undo: the record as it was, and not by others.
create function tap.undone(login text, p_step text, p_ref text, cells jsonb) returns text language plpgsql as $$
declare
	before jsonb := to_jsonb(tap.tasked(p_ref)) - array['row_version', 'changed_by', 'valid_from'];
	got text;
	other text;
	answer text;
begin
	begin
		got := tap.step(login, p_step, (tap.tasked(p_ref)).tasking_id, (tap.tasked(p_ref)).row_version, cells);
		other := tap.step(case login when 'supervisor1' then 'analyst2' else 'supervisor1' end, 'task_undo', (tap.tasked(p_ref)).tasking_id, (tap.tasked(p_ref)).row_version, '{"reason": "x"}');
		answer := tap.step(login, 'task_undo', (tap.tasked(p_ref)).tasking_id, (tap.tasked(p_ref)).row_version, '{"reason": "x"}');
		answer := concat_ws('; ', case when got like 'GL%' then got end, case when other not like 'GL002%' then 'by another: ' || other end, case when answer like 'GL%' then answer end,
			(select 'not as before: ' || string_agg(a.key, ' ') from jsonb_each(before) a join jsonb_each(to_jsonb(tap.tasked(p_ref))) b using (key) where a.value <> b.value),
			case when (select count(*) from data.tasking_event e where e.tasking_id = (tap.tasked(p_ref)).tasking_id) <> 2 then 'not in the history' end);
		raise exception using errcode = 'TAPPY';
	exception when sqlstate 'TAPPY' then
		return nullif(answer, '');
	end;
end
$$;
select is((select string_agg(r.step || ' of ' || st || ': ' || x.said, E'\n') from tap.rule r cross join unnest(r.states) st
	cross join lateral (select tap.undone(case when 'supervisor1' = any (r.logins) then 'supervisor1' else 'lro_be' end, r.step, st, r.cells) as said) x
	where x.said is not null and r.step <> 'task_update'), null, 'each step but a note is undone by who took it, to the record as it was, as a step of its own');
select matches(tap.undone('lro_be', 'task_update', 'in-progress', '{"reason": "x"}'), 'its last step cannot be undone', 'a note stays');
select is(tap.step('supervisor1', 'task_authorise', (tap.tasked('submitted')).tasking_id, (tap.tasked('submitted')).row_version, '{"reason": "x"}'), 'submitted is authorised and offered to BE', 'authorised');
update data.staff set role = 'auditor', unit = null where login = 'supervisor1';
select matches(tap.step('supervisor1', 'task_undo', (tap.tasked('submitted')).tasking_id, (tap.tasked('submitted')).row_version, '{"reason": "x"}'), '^GL002 The role auditor may not do this', 'who lost the right does not undo');
update data.staff set role = 'supervisor', unit = 'CLTF' where login = 'supervisor1';
update data.line set status = 'closed-other' where line_ref = 'W3';
select tap.place('of W3', 'in-progress', 'W2');
select is(tap.step('analyst1', 'task_cancel', (tap.tasked('of W3')).tasking_id, (tap.tasked('of W3')).row_version, '{"reason": "x"}'), 'of W3 is cancelled', 'cancelled');
alter table data.tasking disable trigger tg_tasking__counters_update;
update data.tasking set line_id = tap.line('W3') where tasking_ref = 'of W3';
alter table data.tasking enable trigger tg_tasking__counters_update;
select is(tap.step('analyst1', 'task_undo', (tap.tasked('of W3')).tasking_id, (tap.tasked('of W3')).row_version, '{"reason": "x"}'), 'GL002 of W3: its line is closed.', 'a closed line''s tasking is not opened again by undoing');

-- What was authorised stays what it was.
select is(tap.step('analyst1', 'task_edit', (tap.tasked('returned')).tasking_id, (tap.tasked('returned')).row_version, '{"title": "Visit", "unit": "CLTF", "due": "9wd", "route": "force", "reason": "x"}'),
	'GL004 2 fields need mending: unit: it was authorised for BE: whoever may authorise offers it to another; route: it was authorised as local: cancel it and raise another. [unit: it was authorised for BE: whoever may authorise offers it to another'
	|| E'\n' || 'route: it was authorised as local: cancel it and raise another]', 'an edit does not slip past who authorised');
select is(tap.tried('analyst1', 'task_review', 'result', '{"reason": " "}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'a reason of spaces is none');
select is(tap.tried('lro_be', 'task_result', 'in-progress', jsonb_build_object('result', 'x', 'evidence', E' \t\n ')), 'GL004 One field needs mending: evidence: is empty. [evidence: is empty]', 'nor is evidence');
select is(tap.tried('lro_be', 'task_result', 'in-progress', jsonb_build_object('result', repeat('x', 102400), 'evidence', 'x')), 'GL004 One field needs mending: result: has 102400 characters, at most 2000 are allowed. [result: has 102400 characters, at most 2000 are allowed]', '100 kB are told so at the field');
select is(tap.tried('lro_be', 'task_result', 'in-progress', '{"result": "x", "evidence": "x", "on": "2022-12-11"}'), 'GL004 One field needs mending: on: 2022-12-11 lies before it was raised, 2022-12-12. [on: 2022-12-11 lies before it was raised, 2022-12-12]', 'a result is not older than its tasking');

-- The answer is timed apart from the work; carrying forward is counted.
select is(tap.step('lro_be', 'task_accept', (tap.tasked('offered')).tasking_id, (tap.tasked('offered')).row_version, '{}'), 'offered is accepted for BE', 'accepted, five days late');
select is((select answered_on > answer_due and due > answered_on from data.tasking where tasking_ref = 'offered'), true, 'the answer is late, the work is not');
select is(tap.step('analyst1', 'task_carry', (tap.tasked('offered')).tasking_id, (tap.tasked('offered')).row_version, '{"due": "2022-12-29", "reason": "x"}'), 'offered is carried forward to 2022-12-29, 1 time by now', 'carried forward');
select is(tap.step('analyst2', 'task_carry', (tap.tasked('offered')).tasking_id, (tap.tasked('offered')).row_version, '{"due": "next review", "reason": "x"}'), 'GL004 One field needs mending: due: 2022-12-21 is no later than it was, 2022-12-29. [due: 2022-12-21 is no later than it was, 2022-12-29]', 'never back');
select is(tap.step('analyst2', 'task_carry', (tap.tasked('offered')).tasking_id, (tap.tasked('offered')).row_version, '{"due": "2023-01-04", "reason": "x"}'), 'offered is carried forward to 2023-01-04, 2 times by now', 'twice');
select is((select (changed -> 'due')::text from data.tasking_event e join data.tasking t using (tasking_id) where t.tasking_ref = 'offered' order by place desc limit 1), '["2022-12-29", "2023-01-04"]', 'its history has the old and the new');

-- Whose it is to see.
select is(tap.by('lro_bw', $$select count(*) from api.taskings where unit = 'BE' and tasking_ref = 'accepted'$$), '0', 'another unit sees neither the tasking');
insert into data.tasking (tasking_ref, group_id, force, title, why, unit, state, raised_on, raised_by, due) select 'G1', group_id, 'West Midlands', 'Map it', 'It runs two lines', 'BW', 'offered', '2022-12-12', 'analyst1', '2022-12-22'
	from data.crime_group where group_ref = 'USG1';
select is(tap.by('lro_bw', $$select why from api.taskings where tasking_ref = 'G1'$$), 'It runs two lines', 'a unit sees what it is tasked with on a group, and why');
select is(tap.by('lro_be', $$select count(*) from api.taskings where tasking_ref = 'G1'$$), '0', 'another unit does not');
select is(tap.by('analyst_st', $$select count(*) from api.taskings where tasking_ref = 'G1'$$), '0', 'nor another force');
insert into data.tasking (tasking_ref, line_id, force, title, why, unit, state, raised_on, raised_by, due) values ('R1', tap.line('W4'), 'West Midlands', 'Watch', 'Restricted', 'BW', 'offered', '2022-12-12', 'supervisor1', '2022-12-22');
select is(tap.by('lro_bw', $$select title || ' ' || why || coalesce(' on ' || line_ref, '') from api.taskings where tasking_ref = 'R1'$$), 'Watch Restricted', 'of a restricted line, what is asked and why, not the line');
select is(tap.by('analyst1', $$select count(*) from api.taskings where tasking_ref = 'R1'$$), '0', 'who may not see the line sees nothing of it');
select is(tap.by('analyst1', format($$select count(*) from api.task(%L)$$, (tap.tasked('R1')).tasking_id)), '0', 'not by its id, either');
select is(tap.by('lro_be', 'select count(*) from data.tasking'), '42501 permission denied for schema data', 'nobody reads the table');

-- A closed line's open taskings come first.
select is((select string_agg(s.code, ' ') from ref.tasking_state s where s.is_open and data.blocked_line('line_close', tap.line('W1')) !~ ('(: |, )' || s.code || '(,|$)')), null, 'an open one in any state keeps its line from being closed');
delete from data.tasking where line_id = tap.line('W1') and is_open;
select is(data.blocked_line('line_close', tap.line('W1')), null, 'what is draft, refused, complete or cancelled does not');
select is(tap.by('analyst1', format($$select blocked from api.steps('line', %L) where step = 'task_raise'$$, tap.line('W3'))), 'its line is closed', 'the menu says why a closed line is not tasked');

-- The last wall.
select throws_ok(format($$update data.tasking set %s where tasking_ref = 'complete'$$, x), '23514', null, x) from unnest(array['submitted_on = ''2022-12-11''', 'authorised_on = ''2022-12-11''', 'offered_on = ''2022-12-11''', 'answered_on = ''2022-12-12''', 'reviewed_on = ''2022-12-15''', 'carried = -1', 'result = '' ''']) x;

-- A thousand at once, some not allowed.
insert into data.tasking (tasking_ref, line_id, force, title, unit, state, raised_on, raised_by, submitted_on, due)
select 'M' || n, tap.line(case when n % 10 = 0 then 'W6' else 'W1' end), 'West Midlands', 'Many', 'CLTF', 'submitted', '2022-12-12', case when n % 4 = 0 then 'analyst2' else 'analyst1' end, '2022-12-12', '2022-12-22' from generate_series(1, 1000) n;
create table tap.ids as select tasking_id as id, row_version as v from data.tasking where title = 'Many' order by tasking_ref;
-- many(): how many were told what, when all of them are authorised with one key.
create function tap.many() returns text language sql as $$
	select tap.by('analyst2', format('select string_agg(told || '' '' || n, ''|'' order by told) from (select case when ok then ''done'' else regexp_replace(said, ''M[0-9]+'', ''M'') end as told, count(*) as n
		from api.step_many(''task_authorise'', %L, %L, ''{"reason": "x"}'', ''44444444-4444-4444-8444-444444444444'') group by 1) y',
		(select array_agg(id) from tap.ids), (select array_agg(v) from tap.ids)))
$$;
select is(tap.many(), 'M: you raised it: somebody else authorises it. 200|There is no such tasking, or it is not yours to see. 100|done 700', 'each of a thousand is authorised or refused by itself');
select is((select count(*) from data.tasking where title = 'Many' and state = 'offered' and authorised_by = 'analyst2'), 700::bigint, 'as they were told');
select is((select open_taskings from data.line where line_ref = 'W1'), 900, 'and the rest is unharmed');
select is(tap.many(), 'M: you raised it: somebody else authorises it. 200|There is no such tasking, or it is not yours to see. 100|done 700', 'sent again it is the same answer');
select is((select count(*) from data.tasking_event where step = 'task_authorise' and at >= '2022-12-20' and login = 'analyst2'), 700::bigint, 'and done once');
select * from finish();
