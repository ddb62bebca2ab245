-- SPDX-License-Identifier: MIT
-- The weekly review: what is on the agenda and why, who may do what, that nothing closes half decided, and
-- that what a close froze stays as it was, whoever edits what later.
select line_id as w1 from data.line where line_ref = 'W1' \gset
select line_id as w2 from data.line where line_ref = 'W2' \gset
select line_id as w4 from data.line where line_ref = 'W4' \gset
create function pg_temp.r(p_week text) returns data.review language sql as $$ select r from data.review r where r.week = p_week $$;
create function pg_temp.item(p_week text, p_line text) returns data.review_item language sql as $$
	select i from data.review_item i join data.review r using (review_id) join data.line l using (line_id) where r.week = p_week and l.line_ref = p_line $$;
create function pg_temp.do(login text, p_step text, p_week text, cells jsonb) returns text language sql as $$
	select tap.step(login, p_step, (pg_temp.r(p_week)).review_id, (pg_temp.r(p_week)).row_version, cells) $$;
create function pg_temp.on(login text, p_step text, p_week text, p_line text, cells jsonb) returns text language sql as $$
	select tap.step(login, p_step, (pg_temp.item(p_week, p_line)).item_id, (pg_temp.item(p_week, p_line)).row_version, cells) $$;
select no_plan();

-- Weeks.
select is(data.week_fault(w), why, w) from (values
	('2020-W53', null), ('2022-W52', null), ('2021-W53', 'there is no week 2021-W53: 2021 has 52'), ('2022-W00', 'there is no week 2022-W00: 2022 has 52'),
	('0000-W01', 'there is no week 0000-W01: 0000 has 52'), ('2022-52', '''2022-52'' is no week; weeks are written like 2022-W52')) x (w, why);
select is(data.week_day('2020-W53', 7), date '2021-01-03', 'a week may reach into the next year');

-- A series and its rights.
select is(tap.step('analyst1', 'review_series_add', null, 0, '{}'), 'GL002 The role analyst may not do this.', 'an analyst sets up no series');
select is(tap.step('supervisor1', 'review_series_add', null, 0, '{"name": "Weekly", "weekday": "Wednesday", "chair": "supervisor2"}'),
	'GL004 One field needs mending: chair: ''supervisor2'' is not known; did you mean ''supervisor1''?. [chair: ''supervisor2'' is not known; did you mean ''supervisor1''?]', 'a chair there must be');
insert into data.staff (login, name, role, force, unit) values ('supervisor2', 'Supervisor Two', 'supervisor', 'West Midlands', 'CLTF'),
	('supervisor_st', 'Supervisor of Staffordshire', 'supervisor', 'Staffordshire', null);
do $$ declare l text; begin foreach l in array array['supervisor2', 'supervisor_st'] loop
	if not exists (select from pg_roles where rolname = l) then execute format('create role %I login', l); end if;
	execute format('grant gridline_supervisor to %I', l); end loop; end $$;
select is(tap.step('supervisor1', 'review_series_add', null, 0, '{"name": "Weekly", "weekday": "Wednesday", "chair": "supervisor1", "top_n": "3"}'),
	'Weekly meets every Wednesday, chaired by supervisor1', 'a series is set up');
select matches(tap.step('supervisor1', 'review_series_add', null, 0, '{"name": "weekly", "weekday": "Wednesday", "chair": "supervisor1"}'),
	'there is a review of that name', 'once');

-- Preparing.
select is(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2021-W53"}'),
	'GL004 One field needs mending: week: there is no week 2021-W53: 2021 has 52. [week: there is no week 2021-W53: 2021 has 52]', 'a week there must be');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W51", "meets_on": "2022-12-28"}'),
	'meets_on: 2022-12-28 lies in 2022-W52', 'the day lies in the week');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W51", "chair": "supervisor_st"}'),
	'chair: supervisor_st is of Staffordshire', 'a chair of the own force');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W51", "chair": "supervisor1", "attendees": "lro_be; nobody"}'),
	'attendees: ''nobody'' is nobody of West Midlands', 'attendees are of the staff');
select matches(tap.step('analyst_st', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W51"}'), 'series: ', 'another force''s series is none');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W51", "attendees": "analyst1;lro_be"}'),
	'^the review of 2022-W51 on Wednesday 21 December is prepared: [1-9]', 'a review is prepared');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W51"}'),
	'2022-W51 has its review already, and it is prepared', 'once a week');

-- The agenda says why.
select is((select i.kind || ': ' || array_to_string(i.why, ' / ') from pg_temp.item('2022-W51', 'W1') i),
	'late: Taskings late or carried forward: T3 of CMPG was due 2022-12-19: Stop / New lines: new on the grid since 2022-12-20 / Greatest threat: rank 1, score 80',
	'one line, one item, each of its reasons');
select ok((select array_to_string(i.why, ' ') like '%nothing heard since 2022-10-01%' from pg_temp.item('2022-W51', 'W3') i), 'a stale line');
select is((select count(*) from data.review_item i join data.line l using (line_id) where l.holder_force <> 'West Midlands'), 0::bigint, 'lines of others are for their own meeting');
select is(tap.by('analyst1', 'select count(*) from api.review_items where line_ref in (''W1'', ''W4'')'), '1', 'who does not see a line does not see its item');
select is(tap.by('analyst2', 'select count(*) from api.review_items where line_ref in (''W1'', ''W4'')'), '2', 'who sees it does');
select is(tap.by('analyst_st', 'select count(*) from api.reviews'), '0', 'another force sees no review');
select is(tap.by('admin1', 'select count(*) from api.reviews'), '0', 'nor does an administrator');
select is(tap.by('auditor1', 'select week || '' '' || state from api.reviews'), '2022-W51 prepared', 'an auditor does');
select is(tap.step('analyst1', 'review_item_defer', (pg_temp.item('2022-W51', 'W4')).item_id, 1, '{"reason": "x"}'),
	'GL005 There is no such review, or it is not yours to see.', 'nor can they do anything to it');

-- Nothing is decided before it opens.
select is(pg_temp.on('supervisor1', 'review_decide', '2022-W51', 'W1', '{"decision": "monitor", "rationale": "x"}'),
	format('GL002 Item %s: the review of 2022-W51 has not begun.', (pg_temp.item('2022-W51', 'W1')).position), 'before the meeting nothing is decided');
select is(pg_temp.do('supervisor1', 'review_close', '2022-W51', '{}'), 'GL002 The review of 2022-W51: it has not begun.', 'nor closed');
select is(tap.step('analyst1', 'review_open', (pg_temp.r('2022-W51')).review_id, 99, '{}'),
	'GL003 The review of 2022-W51 was changed by analyst1 while you wrote: it is at version 1, you saw 99.', 'a stale version');
select is(pg_temp.do('analyst1', 'review_open', '2022-W51', '{"chair": "supervisor_st"}'),
	'GL004 One field needs mending: chair: supervisor_st is of Staffordshire. [chair: supervisor_st is of Staffordshire]', 'a chair without the right');
select is(pg_temp.do('analyst1', 'review_open', '2022-W51', '{"chair": "supervisor1"}'),
	format('the review of 2022-W51 is open, supervisor1 in the chair: %s items', (select count(*) from data.review_item)), 'it opens');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W52"}'), '2022-W52 .* is prepared', 'the week after can be prepared');
select is(pg_temp.do('analyst1', 'review_open', '2022-W52', '{}'), 'GL002 The review of 2022-W52: the review of 2022-W51 is still open.', 'one open review a series');
select throws_ok($$update data.review set state = 'open', opened_at = now(), opened_by = 'x' where week = '2022-W52'$$, '23505', null, 'past the steps, too');

-- Following the chair.
select is(pg_temp.do('analyst2', 'review_go', '2022-W51', '{"item": "2"}'), 'GL002 The review of 2022-W51: supervisor1 has the chair.', 'who has not the chair does not move the meeting');
select is(pg_temp.do('supervisor1', 'review_go', '2022-W51', '{"item": "99"}'), 'GL004 One field needs mending: item: there is no item 99. [item: there is no item 99]', 'to an item there is');
select is(pg_temp.do('supervisor1', 'review_go', '2022-W51', '{"item": "2"}'), 'the meeting is at item 2', 'the chair does');
select is(tap.by('lro_be', 'select week || '' '' || state from api.review_now()'), '2022-W51 open', 'who follows sees which review');

-- Decisions.
select is(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W1', '{"decision": "monitor", "rationale": " "}'),
	'GL004 One field needs mending: rationale: is empty. [rationale: is empty]', 'no decision without a rationale');
select is(pg_temp.on('lro_be', 'review_decide', '2022-W51', 'W1', '{"decision": "monitor", "rationale": "x"}'), 'GL002 The role lro may not do this.', 'an LRO decides nothing');
select is(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W1', '{"decision": "monitor", "rationale": "x", "decided_by": "analyst1"}'),
	'GL004 One field needs mending: decided_by: supervisor1 has the chair, and has not delegated it to analyst1. [decided_by: supervisor1 has the chair, and has not delegated it to analyst1]',
	'the chair decides');
select matches(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W1', '{"decision": "refer", "rationale": "x"}'), 'referred_to: is empty', 'who is referred to is named');
select matches(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W1', '{"decision": "develop", "rationale": "x"}'), 'task_title: is empty', 'developing needs a tasking');
select is(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W1', '{"decision": "close", "rationale": "x"}'), 'GL002 The role analyst may not do this.', 'what an analyst may not do to a line, no meeting lets them');
select is((select count(*) from data.review_decision), 0::bigint, 'nothing of all that was kept');
select is(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W1', '{"decision": "monitor", "rationale": "Watched.", "threat": "High."}'),
	format('item %s: monitor', (pg_temp.item('2022-W51', 'W1')).position), 'the analyst writes down what the chair decides');
select is(pg_temp.on('analyst1', 'review_item_defer', '2022-W51', 'W1', '{"reason": "Later"}'), 'GL002 Item ' || (pg_temp.item('2022-W51', 'W1')).position || ': it is decided already; a correction can be added.', 'what is decided is not deferred');
select is((select concat_ws(' ', decided_by, authority, recorded_by, decided_at::date, threat) from data.review_decision), 'supervisor1 chair analyst1 2022-12-20 High.', 'whose it is, by what right, who wrote it, when');
select is((select last_review from data.line where line_ref = 'W1'), date '2022-12-20', 'the line was looked at');
select is((select said || ': ' || reason from data.line_event where line_id = :'w1' order by event_id desc limit 1),
	format('item %s: monitor: Watched.', (pg_temp.item('2022-W51', 'W1')).position), 'and says so in its dossier');
select matches(pg_temp.on('supervisor1', 'review_decide', '2022-W51', 'W1', '{"decision": "keep", "rationale": "x"}'), 'it is decided already; a correction can be added', 'once');
select throws_ok($$update data.review_decision set rationale = 'other'$$, 'GL002', null, 'a decision is not overwritten, by the owner neither');
select throws_ok($$delete from data.review_decision$$, 'GL002', null, 'nor taken back');

-- A tasking in the same breath, or neither.
select matches(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W2', '{"decision": "develop", "rationale": "x", "task_title": "Billing"}'), 'task_unit: is empty; task_due: is empty', 'what a tasking must say');
select matches(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W2', '{"decision": "develop", "rationale": "x", "task_title": "Billing", "task_unit": "CLTF", "task_due": "2022-12-01"}'), '^GL004 .*task_due: ', 'its own rules hold');
select is((select count(*) from data.review_decision d where d.line_id = :'w2'), 0::bigint, 'no tasking, no decision');
insert into data.deconfliction (line_a, line_b, cause, raised_on) values (least(:'w2'::uuid, :'w4'), greatest(:'w2'::uuid, :'w4'), 'brand', '2022-12-19');
select matches(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W2', '{"decision": "develop", "rationale": "x", "task_title": "Billing", "task_unit": "CLTF", "task_due": "5wd"}'), '^GL00[24] ', 'a line that may be another is not tasked');
select is((select count(*) from data.review_decision d where d.line_id = :'w2'), 0::bigint, 'nor is it decided then');
delete from data.deconfliction;
select matches(pg_temp.on('analyst1', 'review_decide', '2022-W51', 'W2', '{"decision": "develop", "rationale": "Who pays?", "task_title": "Billing", "task_unit": "cltf", "task_due": "5wd"}'),
	'^item [0-9]+: develop; [^ ]+ is submitted for CLTF, due 2022-12-29$', 'both');
select is((select t.title || ' ' || t.why from data.review_tasking y join data.tasking t using (tasking_id) join data.review_decision d using (decision_id) where d.line_id = :'w2'),
	'Billing Who pays?', 'the decision knows its tasking, and the unit why');

-- Delegation, and two chairs at once.
select is(pg_temp.do('analyst2', 'review_chair', '2022-W51', '{"act": "delegate", "to": "analyst2", "reason": "x"}'),
	'GL002 The review of 2022-W51: supervisor1 has the chair, and a supervisor hands it on.', 'nobody takes it for themselves');
select matches(pg_temp.do('supervisor1', 'review_chair', '2022-W51', '{"act": "hand-over", "to": "analyst1", "reason": "x"}'), 'to: analyst1 is an analyst: a supervisor chairs', 'an analyst chairs no review');
select is(pg_temp.do('supervisor1', 'review_chair', '2022-W51', '{"act": "delegate", "to": "analyst2", "reason": "Called away."}'), 'analyst2 may decide for the chair', 'the chair delegates');
select matches(pg_temp.on('analyst2', 'review_decide', '2022-W51', 'W4', '{"decision": "keep", "rationale": "Stays."}'), 'keep; W4 stays on the grid, reviewed today', 'and the delegate decides');
select is((select decided_by || ' ' || authority from data.review_decision where decision = 'keep'), 'analyst2 delegated', 'by delegation');
select is(pg_temp.do('supervisor1', 'review_chair', '2022-W51', '{"act": "end", "to": "analyst2", "reason": "Back."}'), 'analyst2 decides no more', 'which ends');
select (pg_temp.r('2022-W51')).row_version as v, (pg_temp.r('2022-W51')).review_id as r51 \gset
select is(tap.step('supervisor1', 'review_chair', :'r51', :v, '{"act": "hand-over", "to": "supervisor2", "reason": "x"}'), 'supervisor2 has the chair', 'handed over');
select is(tap.step('supervisor1', 'review_go', :'r51', :v, '{"item": "1"}'),
	format('GL003 The review of 2022-W51 was changed by supervisor1 while you wrote: it is at version %s, you saw %s.', :v + 1, :v), 'who had the chair is told');
select is(pg_temp.do('supervisor1', 'review_go', '2022-W51', '{"item": "1"}'), 'GL002 The review of 2022-W51: supervisor2 has the chair.', 'there is one chair');
select matches(pg_temp.on('supervisor1', 'review_item_defer', '2022-W51', 'W6', '{"reason": "x"}'), format('item %s goes', (pg_temp.item('2022-W51', 'W6')).position), 'the old chair writes down for the new one');

-- Agenda.
select matches(pg_temp.do('lro_be', 'review_item_add', '2022-W51', '{"line_ref": "W3", "why": "x"}'), 'line_ref: there is no such line, or it is not yours to see', 'nobody adds what they do not see');
select is(pg_temp.do('lro_be', 'review_item_add', '2022-W51', '{"why": "x"}'),
	'GL004 One field needs mending: subject: say what it is about: a line, a group, or a subject. [subject: say what it is about: a line, a group, or a subject]', 'an item is about something');
select matches(pg_temp.do('lro_be', 'review_item_add', '2022-W51', '{"subject": "Staffing over the holidays", "why": "Two are away."}'), '^Staffing over the holidays is item', 'any other business');
select is(pg_temp.do('analyst1', 'review_item_add', '2022-W51', '{"line_ref": "W5", "why": "It may sell again."}') ~ '^W5 is item', true, 'a closed line can be looked at');
select item_id as aob, row_version as aobv from data.review_item where subject <> '' \gset
select is(tap.step('analyst1', 'review_item_move', :'aob', :aobv, '{"to": "1"}') ~ 'is item 1 now$', true, 'to the top');
select is((select array_agg(position order by position) from data.review_item where review_id = :'r51'), (select array_agg(n) from generate_series(1, (select count(*)::int from data.review_item where review_id = :'r51')) n), 'places stay without a gap');
select matches(tap.step('supervisor2', 'review_decide', :'aob', :aobv + 1, '{"decision": "close", "rationale": "x"}'), 'decision: there is no line to close', 'no line, nothing to close');

-- A line that was merged meanwhile.
update data.line set status = 'merged', merged_into = :'w1' where line_ref = 'W3';
select is(pg_temp.on('supervisor2', 'review_decide', '2022-W51', 'W3', '{"decision": "keep", "rationale": "x"}'),
	format('GL002 Item %s: its line was merged meanwhile into W1 Alpha: defer it, or add the one that goes on.', (pg_temp.item('2022-W51', 'W3')).position), 'nothing is decided on a line that is another by now');

-- Closing.
select matches(pg_temp.do('supervisor2', 'review_close', '2022-W51', '{}'), 'items have neither decision nor deferral', 'nothing closes half decided');
select tap.step('supervisor2', 'review_decide', i.item_id, i.row_version, '{"decision": "adopt", "rationale": "Agreed."}')
	from data.review_item i left join data.line l using (line_id) where i.review_id = :'r51' and i.state = 'open' and coalesce(l.merged_into is null, true) \g /dev/null
select pg_temp.on('supervisor2', 'review_item_defer', '2022-W51', 'W3', '{"reason": "Merged meanwhile."}') \g /dev/null
select is(tap.by('supervisor2', format($$set transaction isolation level repeatable read; select said from api.step('review_close', %L, %s, '{}', gen_random_uuid())$$, :'r51', (pg_temp.r('2022-W51')).row_version)) ~ 'read committed|25001', true, 'not under another isolation');
insert into data.tasking (tasking_ref, line_id, title, unit, state, due) select 'TS', line_id, 'Theirs', 'CMPG', 'accepted', '2022-12-30' from data.line where line_ref = 'S1';
create temp table before as select g.*, now() as at from data.line g;
select set_config('tap.before', (select tap.by('analyst2', $$select md5(string_agg(g::text, E'\n' order by line_ref)) from (select line_id, rank, line_ref, name, score, band, status, export_npu, lro, open_taskings, overdue_taskings, last_seen, last_review from api.grid) g$$)), false) as grid \gset
select is(pg_temp.do('analyst2', 'review_close', '2022-W51', '{}'), 'GL002 The review of 2022-W51: supervisor2 has the chair.', 'the chair closes');
select is(pg_temp.do('supervisor2', 'review_close', '2022-W51', '{}'), 'the review of 2022-W51 is closed and frozen; the next is 2022-W52', 'it closes');
select is((select string_agg(l.line_ref || ' ' || i.why[1], ', ' order by l.line_ref) from data.review_item i join data.line l using (line_id) join data.review r using (review_id)
	where r.week = '2022-W52' and i.kind = 'carried'), null, 'those that are on the next agenda anyhow');
select is((select count(*) from audit.entry where object_kind = 'review' and detail ->> 'hash' = (select encode(frozen_hash, 'hex') from data.review where week = '2022-W51')), 1::bigint, 'its hash is in the log');

select is((select string_agg(measure || ' ' || n, ', ' order by measure) from data.review_figure where measure in ('taskings_open', 'lines_open', 'decision_keep')),
	(select format('decision_keep 1, lines_open %s, taskings_open %s', (select count(*) from data.line where is_open and grid_part in ('West Midlands', '')),
		(select count(*) from data.tasking where is_open and force = 'West Midlands'))), 'figures of its own force are kept');

-- Frozen: whatever happens next.
select frozen_at as m from data.review where week = '2022-W51' \gset
select tap.by('supervisor1', 'select frozen_at from api.reviews where state = ''closed''') as seen_m \gset
update data.line set name = 'Renamed', score = 99, band = 'high' where line_ref = 'W1';
update data.line set status = 'closed-other' where line_ref = 'W2';
insert into data.line (line_ref, name, holder_force, status, export_force, valid_from) values ('W9', 'Late', 'West Midlands', 'active', 'West Midlands', '2022-12-01');
select ok((select valid_from > :'m' from data.line where line_ref = 'W9'), 'nothing is dated before a freeze');
update ref.setting set training_base = '2022-12-15 09:00', training_started = now();
update data.line set name = 'The clock was put back' where line_ref = 'W1';
select ok((select bool_and(valid_from > :'m') from data.line where line_ref in ('W1', 'W9')), 'not even when the clock goes back');
update data.tasking set title = 'Other' where tasking_ref = 'T3';
select ok((select valid_from > :'m' from data.tasking where tasking_ref = 'T3'), 'taskings neither');
update ref.setting set training_base = '2022-12-27 09:00', training_started = now();
select is(tap.by('analyst2', format($$select md5(string_agg(g::text, E'\n' order by line_ref)) from (select line_id, rank, line_ref, name, score, band, status, export_npu, lro, open_taskings, overdue_taskings, last_seen, last_review from api.grid_as_at(%L)) g$$, :'m')),
	:'grid'::text, 'the frozen grid is the grid before closing');
select throws_ok($$update data.line_history set name = 'x'$$, 'GL002', null, 'history is not rewritten, by the owner neither');
select throws_ok($$delete from data.line_history$$, 'GL002', null, 'nor shortened');
select throws_ok($$truncate data.line_history$$, 'GL002', null, 'nor emptied');
select throws_ok($$delete from data.tasking_history$$, 'GL002', null, 'nor that of taskings') where exists (select from data.tasking_history where lower(during) <= :'m');
select throws_ok(format('%s where review_id = %L', what, :'r51'), 'GL002', null, what) from unnest(array[
	'update data.review set chair = ''supervisor1''', 'delete from data.review', 'update data.review_item set why = ''{x}''', 'delete from data.review_item',
	'update data.review_figure set n = 1', 'delete from data.review_figure', 'delete from data.review_chair', 'update data.review_decision set said = ''x''']) what;
select throws_ok(format('truncate data.%s cascade', t), 'GL002', null, 'truncate ' || t) from unnest(array['review', 'review_item', 'review_decision', 'review_figure', 'review_note', 'review_chair', 'review_tasking']) t;
select throws_ok(format($$insert into data.review_item (review_id, position, kind, subject, why) values (%L, 99, 'other', 'x', '{x}')$$, :'r51'), 'GL002', null, 'nothing is put on a frozen agenda');
select is(pg_temp.do('supervisor2', 'review_item_add', '2022-W51', '{"subject": "x", "why": "x"}'), 'GL002 The review of 2022-W51: it is closed; a note or a correction can be added.', 'nor by a step');
select matches(pg_temp.do('lro_be', 'review_note', '2022-W51', '{"note": "The visit was on Tuesday."}'), '^a late note to the review of 2022-W51 is added$', 'a late note can');
select matches(pg_temp.do('analyst1', 'review_correct', '2022-W51', format('{"item": "%s", "note": "Develop was meant.", "reason": "Misheard."}', (pg_temp.item('2022-W51', 'W1')).position)::jsonb), '^a late correction to item', 'so can a correction');
select is(tap.by('auditor1', 'select string_agg(kind || late, '' '' order by at) from api.review_notes'), 'notetrue correctiontrue', 'marked as late');
select throws_ok($$update data.review_note set text = 'x'$$, 'GL002', null, 'and those stay, too');
select is(tap.by('analyst1', 'select string_agg(week || intact, '' '') from api.review_verify()'), '2022-W51true', 'the hash holds');
alter table data.review_decision disable trigger tg_review__frozen_entry;
update data.review_decision set rationale = 'Forged.' where line_id = :'w1';
select is(tap.by('analyst1', 'select string_agg(week || intact, '' '') from api.review_verify()'), '2022-W51false', 'what is changed past every rule is found');
update data.review_decision set rationale = 'Watched.' where line_id = :'w1';
alter table data.review_decision enable trigger tg_review__frozen_entry;
alter table data.line_history disable trigger tg_history__frozen;
update data.line_history set score = 1, band = 'low' where line_ref = 'W1';
select is(tap.by('analyst1', 'select string_agg(week || intact, '' '') from api.review_verify()'), '2022-W51false', 'in the grid, too');
update data.line_history h set score = b.score, band = b.band from before b where b.line_id = h.line_id and h.line_ref = 'W1';
alter table data.line_history enable trigger tg_history__frozen;

-- What changed from week to week, cell by cell.
select is(tap.by('analyst1', $$select string_agg(concat_ws(' ', line_ref, how, cell, was, '>', now), '; ' order by line_ref, cell) from api.review_changes('2022-W51', '2022-W52') where cell in ('name', 'status', 'line_ref')$$),
	'W1 changed name Alpha > The clock was put back; W2 gone status tasked > closed-other; W9 new line_ref > W9; W9 new name > Late; W9 new status > active', 'from one week to the next');
select is(tap.by('analyst_st', $$select count(*) from api.review_changes('2022-W51', '2022-W52') where line_ref like 'W%'$$), '0', 'of lines that are not seen, nothing');
select matches(tap.by('analyst1', $$select count(*) from api.review_changes('2021-W53', '2022-W52')$$), '^GL004 there is no week 2021-W53', 'between weeks that there are');
-- Ranks worked out from tallies are the ranks that counting gives.
select is((select count(*) from (
	select g.line_id, g.rank_then, g.rank_now from data.grid_changes('West Midlands', :'m', 'infinity') g where g.rank_then is not null or g.rank_now is not null
	except
	select g.line_id, a.rank, b.rank from data.grid_changes('West Midlands', :'m', 'infinity') g
	left join data.rank_at('West Midlands', :'m') a using (line_id) left join data.rank_now('West Midlands') b using (line_id)) x), 0::bigint, 'ranks then and now as counted');
select is(tap.by('analyst1', format($$select string_agg(tasking_ref || ' ' || title, ', ' order by tasking_ref) from api.taskings_as_at(%L) where tasking_ref <> 'TS'$$, :'m')), 'T1 Visit, T2 Look, T22-0002 Billing, T3 Stop', 'taskings as they stood');
select matches(tap.step('analyst1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W50"}'), 'the review of 2022-W51 is closed, and nothing comes before it', 'no review before one that is frozen');
select * from finish();
