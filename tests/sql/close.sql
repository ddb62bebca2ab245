-- SPDX-License-Identifier: MIT
-- Nothing closes silently: dormant, kept, closed and reopened each take a role, a reason and a state.
select plan(28);
select line_id as w1 from data.line where line_ref = 'W1' \gset
select line_id as w3 from data.line where line_ref = 'W3' \gset
create function pg_temp.go(login text, p_step text, ref text, cells jsonb default '{"reason": "Nothing heard since October."}') returns text language sql as $$
	select step(login, p_step, l.line_id, l.row_version, cells) from data.line l where l.line_ref = ref
$$;
create function pg_temp.status(ref text) returns text language sql as $$
	select status || coalesce(' ' || last_review, '') from data.line where line_ref = ref
$$;
select is(pg_temp.go('analyst1', 'line_dormant', 'W3', '{}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'no reason, no change');
select is(pg_temp.go('lro_be', 'line_dormant', 'W1'), 'GL002 The role lro may not do this.', 'an LRO does not decide');
select is(by('analyst1', 'select is_stale::text from api.grid where line_ref = ''W3'''), 'true', 'a line nobody heard of is stale');
select is(pg_temp.go('analyst1', 'line_dormant', 'W3'), 'W3 is dormant', 'dormant');
select is(pg_temp.status('W3'), 'dormant 2022-12-20', 'it stays on the grid, reviewed');
select is(by('analyst1', 'select is_open || '' '' || is_stale from api.grid where line_ref = ''W3'''), 'true false', 'and is stale no more');
update ref.setting set training_base = '2023-01-20 09:00', training_started = now();
select is(by('analyst1', 'select is_stale::text from api.grid where line_ref = ''W3'''), 'true', 'until weeks have gone by again');
select is(pg_temp.go('analyst1', 'line_keep', 'W3'), 'W3 stays on the grid, reviewed today', 'somebody decides once more');
select is(pg_temp.go('analyst1', 'line_dormant', 'W3'), 'GL002 W3: it is dormant already.', 'not dormant twice');
select is(pg_temp.go('analyst1', 'line_wake', 'W1'), 'GL002 W1: it is not dormant.', 'nothing to wake');
select is(pg_temp.go('analyst1', 'line_wake', 'W3'), 'W3 is active again', 'awake');

select is(pg_temp.go('analyst1', 'line_close', 'W3'), 'GL002 The role analyst may not do this.', 'an analyst does not close');
select is(pg_temp.go('supervisor1', 'line_close', 'W1'), 'GL002 W1: complete or cancel its open taskings first: T3.', 'nor does anybody over an open tasking');
update ref.setting set training_base = '2023-01-21 09:00', training_started = now();
select by('analyst1', 'select md5(string_agg(g::text, chr(10))) from api.grid_as_at(''2023-01-20 12:00'') g') as before \gset
select is(pg_temp.go('supervisor1', 'line_close', 'W3'), 'W3 is closed', 'a supervisor does, with a reason');
select is(pg_temp.status('W3') || ' ' || (select is_open from data.line where line_ref = 'W3'), 'closed-other 2023-01-21 false', 'it is off the grid');
select is((select string_agg(login || ':' || reason, ' ' order by event_id) from data.line_event where line_id = :'w3' and step = 'line_close'), 'supervisor1:Nothing heard since October.', 'by whom and why is kept');
select is(pg_temp.go('analyst1', p_step, 'W3'), 'GL002 W3: the line is closed, other.', p_step || ' not on a closed line')
	from unnest(array['line_keep', 'line_dormant']) p_step;
select throws_ok($$insert into data.tasking (tasking_ref, line_id, title, unit, state, due) select 'T9', line_id, 'Visit', 'BE', 'in-progress', '2023-01-30' from data.line where line_ref = 'W3'$$,
	'GL002', 'This line cannot be tasked: it is closed.', 'nor is it tasked');
select is(pg_temp.go('supervisor1', 'line_close', 'W3'), 'GL002 W3: the line is closed, other.', 'not closed twice');
select is(pg_temp.go('analyst1', 'line_reopen', 'W1'), 'GL002 W1: it is not closed.', 'nothing to reopen');
select is(pg_temp.go('analyst1', 'line_reopen', 'W3', '{"reason": "   "}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'not without a reason');
select is(pg_temp.go('analyst1', 'line_reopen', 'W3'), 'W3 is open again', 'reopened');
select is(pg_temp.status('W3'), 're-opened 2023-01-21', 'as such');
select is(by('analyst1', 'select md5(string_agg(g::text, chr(10))) from api.grid_as_at(''2023-01-20 12:00'') g'), :'before', 'the grid of the day before is what it was');
-- Successors.
select is(step('analyst1', 'line_add', null, null, '{"name": "Quail", "status": "reported", "export_force": "West Midlands", "first_seen": "2023-01-19", "successor_of": "W5", "line_ref": "Q1"}'),
	'Q1 is on the grid', 'a line that goes on from a closed one');
select is((select o.line_ref from data.line l join data.line o on o.line_id = l.successor_of where l.line_ref = 'Q1'), 'W5', 'is linked to it');
select is(by('analyst1', format('select string_agg(name || ''='' || value, '' '') from api.step_form(''line_edit'', %L) where name = ''successor_of''',
	(select line_id from data.line where line_ref = 'Q1'))), 'successor_of=W5', 'and shows it');
select * from finish();
