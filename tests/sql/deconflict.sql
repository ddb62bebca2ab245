-- SPDX-License-Identifier: MIT
-- Lines that may be one: raised whoever may see them, told only to who may, decided with a reason, and a
-- merge keeps both histories and can be undone.
select plan(61);
update data.line set first_seen = '2022-11-01' where line_ref in ('W1', 'W2', 'W4', 'S1', 'S2');
insert into data.line_import (line_id, area) select line_id, 'Kent' from data.line where line_ref in ('W1', 'W4', 'S2');
update data.line set name = 'Kingfisher' where line_ref = 'S2';
update data.line_number n set number = '+447700900950' from data.line l where l.line_id = n.line_id and l.line_ref = 'W4';
select line_id as w1 from data.line where line_ref = 'W1' \gset
select line_id as w4 from data.line where line_ref = 'W4' \gset
create function pg_temp.add(login text, ref text, cells jsonb) returns text language sql as $$
	select step(login, 'line_add', null, null, jsonb_build_object('line_ref', ref, 'status', 'reported', 'export_force', 'West Midlands',
		'first_seen', '2022-12-18') || cells)
$$;
-- The pair of two references, whichever way round.
create function pg_temp.pair(a text, b text) returns data.deconfliction language sql as $$
	select d.* from data.deconfliction d join data.line x on x.line_id = d.line_a join data.line y on y.line_id = d.line_b
	where (x.line_ref, y.line_ref) in ((a, b), (b, a)) order by d.is_open desc limit 1
$$;
create function pg_temp.decide(login text, p_step text, a text, b text, cells jsonb default '{}') returns text language sql as $$
	select step(login, p_step, d.deconfliction_id, d.row_version, '{"rationale": "The holder is one."}'::jsonb || cells) from pg_temp.pair(a, b) d
$$;
create function pg_temp.told(login text, cells jsonb) returns text language sql as $$
	select by(login, format('select string_agg(label || '': '' || text, ''; '' order by label, text) from api.step_preview(''line_add'', null, %L)', cells))
$$;

-- What is raised.
select is(pg_temp.add('analyst1', 'D1', '{"name": "Osprey", "numbers": "07700900950"}'),
	'D1 is on the grid; 1 likely double to be deconflicted before it is tasked', 'the same number, of a line that is not seen');
select is((pg_temp.pair('D1', 'W4')).cause || (pg_temp.pair('D1', 'W4')).state || (pg_temp.pair('D1', 'W4')).raised_by, 'numberopenanalyst1', 'is raised as such');
select is(pg_temp.add('analyst1', 'D2', '{"name": "ALPHA", "imports": "kent; essex"}'),
	'D2 is on the grid; 1 likely double to be deconflicted before it is tasked', 'the same brand in the same market');
select is((pg_temp.pair('D2', 'W1')).cause, 'brand', 'is raised as such');
select is(pg_temp.add('analyst1', 'D3', '{"name": "Alpha", "imports": "Surrey"}'), 'D3 is on the grid', 'in another market it is not');
select is(pg_temp.add('analyst1', 'D4', '{"name": "Kingfsher", "imports": "Kent"}'),
	'D4 is on the grid; 1 likely double to be deconflicted before it is tasked', 'a close spelling, of another force''s line');
select is((pg_temp.pair('D4', 'S2')).cause, 'spelling', 'is raised as such');
select is(pg_temp.add('analyst1', 'D5', '{"name": "Zebra", "imports": "Kent"}'), 'D5 is on the grid', 'a name like none is not');
select is(step('analyst1', 'line_numbers', (select line_id from data.line where line_ref = 'D5'), (select row_version from data.line where line_ref = 'D5'),
	'{"number": "+44 7700 900950", "first_seen": "2022-12-19"}'), 'D5 has one number more; another line has it, too: deconflict them', 'a number that is added later');
select is(step('analyst1', 'line_edit', l.line_id, l.row_version, '{"name": "Osprey", "status": "reported", "export_force": "West Midlands", "first_seen": "2022-12-18", "imports": "Kent"}'),
	'D5 is saved', 'an edit') from data.line l where line_ref = 'D5';
select ok((pg_temp.pair('D5', 'D1')).deconfliction_id is not null, 'both that have the number are held against each other');
update data.line_number n set state = 'reassigned' from data.line l where l.line_id = n.line_id and l.line_ref in ('W4', 'D1', 'D5');
select is(pg_temp.add('analyst1', 'D6', '{"numbers": "07700900950"}'), 'D6 is on the grid', 'a number that is somebody else''s by now is none');
update data.line_number n set state = case l.line_ref when 'W4' then 'live' else 'reassigned' end from data.line l
	where l.line_id = n.line_id and l.line_ref in ('W4', 'D6');

-- What is told while one types, and to whom.
\set like '{"name": "Delta", "imports": "Kent", "numbers": "07700 900950"}'
select matches(pg_temp.told('supervisor1', :'like'), 'Same number: W4 Delta', 'who sees it is told which');
select matches(pg_temp.told('analyst2', :'like'), 'Same number: W4 Delta', 'so is a named reader');
select matches(t, 'Same number: a line you may not see: ask the supervisors of West Midlands', 'who does not, only whom to ask: ' || who)
	from unnest(array['analyst1', 'lro_bw', 'analyst_st']) who, pg_temp.told(who, :'like') t;
select ok(t !~ 'W4|Delta|restricted', 'and no more: ' || who) from unnest(array['analyst1', 'lro_bw', 'analyst_st']) who, pg_temp.told(who, :'like') t;
select matches(pg_temp.told('analyst1', '{"name": "Kingfsher", "imports": "Kent"}'), 'Close spelling: a line you may not see: ask the supervisors of Staffordshire', 'of another force, the force');
select is(by('analyst1', 'select count(*) || string_agg(concat(line_a, ref_a, name_a, line_b, ref_b, name_b), '''') from api.deconflictions where cause = ''number'' and state = ''open'' and raised_by = ''analyst1'' and ''D1'' in (ref_a, ref_b) and (ref_a is null or ref_b is null)'),
	'1' || (select line_id from data.line where line_ref = 'D1') || 'D1Osprey', 'the list has the one that is seen and nothing of the other');
select is(by('analyst_st', 'select count(*) from api.deconflictions'), '1', 'another force has the pair of its own line');
select is(by('auditor1', 'select count(*) from api.deconflictions'), (select count(*)::text from data.deconfliction), 'the auditor has all');
select matches(by('analyst1', format('select note from api.step_form(''deconflict_different'', %L) where name = ''''', (pg_temp.pair('D1', 'W4')).deconfliction_id)),
	'^(D1 Osprey and )?a line you may not see: ask the supervisors of West Midlands( and D1 Osprey)?$', 'a form tells no more');

-- While it is open.
create function pg_temp.task(ref text) returns text language plpgsql as $$
begin
	insert into data.tasking (tasking_ref, line_id, title, unit, state, due) select 'T-' || ref, line_id, 'Visit', 'BE', 'in-progress', '2022-12-30' from data.line where line_ref = ref;
	return 'tasked';
exception when sqlstate 'GL002' then return sqlerrm;
end
$$;
select is(pg_temp.task('D1'), 'This line cannot be tasked: it may be the same as another line.', 'the line is not tasked');
select is(pg_temp.task('W4'), 'This line cannot be tasked: it may be the same as another line.', 'nor the other');
select matches(step('supervisor1', 'line_close', line_id, row_version, '{"reason": "x"}'), '^GL002 D1: it may be the same as another line', 'nor closed') from data.line where line_ref = 'D1';
select matches(step('analyst1', 'type2_claim', line_id, row_version, '{"on": "2022-12-19", "unit": "CLTF", "deactivated_on": "2022-12-19", "deactivated_source": "x"}'),
	'^GL002 D1: it may be the same as another line', 'nor counted as an outcome') from data.line where line_ref = 'D1';

-- Deciding.
select matches(pg_temp.decide('lro_be', 'deconflict_different', 'D1', 'W4'), '^GL002 The role lro may not', 'an LRO does not decide');
select matches(pg_temp.decide('analyst_st', 'deconflict_different', 'D1', 'W4'), '^GL005 ', 'nor who sees neither');
select matches(pg_temp.decide('analyst1', 'deconflict_different', 'D1', 'W4', '{"rationale": ""}'), '\[rationale: is empty\]$', 'a reason is needed');
select matches(pg_temp.decide('analyst2', 'deconflict_different', 'D1', 'W4'), '^(D1 Osprey and W4 Delta|W4 Delta and D1 Osprey) are different lines$', 'who sees both decides');
select is((select count(*) from data.line_event e join data.line l using (line_id) where e.step = 'deconflict_different'
	and l.line_ref in ('D1', 'W4') and e.reason = 'The holder is one.'), 2::bigint, 'both lines have the event');
select ok((select bool_and(said !~ 'W4|Delta|D1|Osprey') from data.line_event where step = 'deconflict_different'), 'which names neither to the readers of the other');
select is(pg_temp.task('D1') , 'This line cannot be tasked: it may be the same as another line.', 'D1 is held against another still');
select matches(pg_temp.decide('analyst1', 'deconflict_different', 'D1', 'D5'), 'are different lines$', 'which is decided, too');
select is(pg_temp.task('D1'), 'tasked', 'then it can be tasked');
select matches(step('analyst2', 'deconflict_same', d.deconfliction_id, d.row_version, '{"rationale": "x"}'), '^GL002 This deconfliction: it was decided on 2022-12-20: different', 'what is decided is decided')
	from pg_temp.pair('D1', 'W4') d;
select is(step('analyst1', 'line_edit', l.line_id, l.row_version, '{"name": "Osprey", "status": "reported", "export_force": "West Midlands", "first_seen": "2022-12-18", "numbers": "07700 900950"}'),
	'D1 is saved', 'what is different is not asked again') from data.line l where line_ref = 'D1';
select is(step('analyst1', 'line_edit', l.line_id, l.row_version, '{"name": "Delta", "status": "reported", "export_force": "West Midlands", "first_seen": "2022-12-18", "imports": "Kent"}'),
	'D1 is saved; it may be the same as another line: deconflict them', 'unless for another cause') from data.line l where line_ref = 'D1';
select matches(step('analyst1', 'deconflict_same', d.deconfliction_id, d.row_version + 1, '{"rationale": "x"}'), '^GL003 ', 'a stale decision') from pg_temp.pair('D2', 'W1') d;

-- Merging.
select matches(pg_temp.decide('analyst1', 'deconflict_same', 'D2', 'W1'), 'are the same line, still to be merged$', 'the same');
select is(pg_temp.task('D2'), 'This line cannot be tasked: it may be the same as another line.', 'is still not tasked');
select matches(pg_temp.decide('analyst1', 'deconflict_merge', 'D2', 'W1', '{"into_ref": "W1"}'), '^GL002 The role analyst', 'a supervisor merges');
select matches(pg_temp.decide('supervisor1', 'deconflict_merge', 'D4', 'S2', '{"into_ref": "D4"}'), '^GL002 This deconfliction: one of the two is not yours to change', 'not with a line of another force');
select matches(pg_temp.decide('supervisor1', 'deconflict_merge', 'D2', 'W1', '{"into_ref": "W1"}'), '^GL002 This deconfliction: complete or cancel their open taskings first: T3', 'nor while somebody works on it');
update data.tasking set state = 'complete', result = 'Done', evidence = 'SYNTHETIC', completed_on = raised_on where tasking_ref = 'T3';
select matches(pg_temp.decide('supervisor1', 'deconflict_merge', 'D2', 'W1', '{"into_ref": "D9"}'), '\[into_ref: it is neither of the two', 'nor into a third');
select count(*) as log from audit.entry \gset
update ref.setting set training_base = '2022-12-21 09:00', training_started = now();
select by('analyst1', 'select md5(string_agg(g::text, chr(10))) from api.grid_as_at(''2022-12-20 12:00'') g') as before \gset
select is(pg_temp.decide('supervisor1', 'deconflict_merge', 'D2', 'W1', '{"into_ref": "W1"}'), 'D2 is merged into W1', 'they are merged');
select is((select status || is_open || (merged_into = :'w1') from data.line where line_ref = 'D2'), 'mergedfalsetrue', 'one leaves the grid');
select is((select string_agg(operation || object_id || coalesce(detail ->> 'merged', ''), ' ') from audit.entry where operation = 'combination'), 'combinationW1D2', 'the audit has a combination');
select is((select count(*) from data.line_history h join data.line l using (line_id) where l.line_ref = 'D2' and h.status = 'reported')
	+ (select count(*) from data.line_event e join data.line l using (line_id) where l.line_ref in ('D2', 'W1') and e.step = 'deconflict_merge'), 3::bigint, 'both histories are kept');
select is(by('analyst1', 'select md5(string_agg(g::text, chr(10))) from api.grid_as_at(''2022-12-20 12:00'') g'), :'before', 'the grid of the day before is what it was');
select matches(step('supervisor1', 'line_reopen', line_id, row_version, '{"reason": "x"}'), '^GL002 D2: it is not closed', 'a merge is not undone by reopening') from data.line where line_ref = 'D2';
select is(step('supervisor1', 'line_unmerge', line_id, row_version, '{"reason": "Two holders."}'), 'D2 is a line of its own again; whether it is the same is open', 'it is undone') from data.line where line_ref = 'D2';
select is((select status || (merged_into is null) from data.line where line_ref = 'D2') || (pg_temp.pair('D2', 'W1')).state, 'reportedtrueopen', 'as a change of its own');
-- What is behind a wall stays there.
insert into data.deconfliction (line_a, line_b, cause, raised_on) select least(a.line_id, b.line_id), greatest(a.line_id, b.line_id), 'number', '2022-12-20'
	from data.line a join data.line b on (a.line_ref, b.line_ref) in (('W4', 'W3'), ('W3', 'W5'));
select matches(pg_temp.decide('supervisor1', 'deconflict_merge', 'W3', 'W5', '{"into_ref": "W5"}'), '\[into_ref: W5 is closed', 'no line is merged into a closed one');
select is(pg_temp.decide('supervisor1', 'deconflict_merge', 'W4', 'W3', '{"into_ref": "W3"}'), 'W4 is merged into W3', 'a restricted line is merged into one that is not');
select is((select aliases_text from data.line where line_ref = 'W3'), '', 'which does not give its name away');
select ok((select bool_and(said !~ 'W4|Delta') from data.line_event e join data.line l using (line_id) where l.line_ref = 'W3'), 'nor do its events');
select ok((select count(*) from audit.entry) >= :log + 4, 'each of it is in the log');
select * from finish();
