-- SPDX-License-Identifier: MIT
-- What every step goes through: rights, fields, the version seen, the operation key, drafts.
select plan(33);
select line_id as w1 from data.line where line_ref = 'W1' \gset
select line_id as w4 from data.line where line_ref = 'W4' \gset
select line_id as w6 from data.line where line_ref = 'W6' \gset
select line_id as s1 from data.line where line_ref = 'S1' \gset
select line_id as s2 from data.line where line_ref = 'S2' \gset
select row_version as v from data.line where line_ref = 'W1' \gset
\set op1 11111111-1111-4111-8111-111111111111
\set keep '{"reason": "Looked at; the holder is known."}'

select is(step('analyst1', 'no_such', :'w1', 1, '{}'), 'GL004 There is no step called ''no_such''.', 'an unknown step is named');
select is(step('analyst1', 'line_keep', :'w1', :v, '{}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'a field that must be filled');
select is(step('analyst1', 'line_keep', :'w1', :v, '{"reason": "  \n "}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'blanks do not fill it');
select is(step('analyst1', 'line_keep', :'w1', :v, jsonb_build_object('reason', repeat('x', 2001))),
	'GL004 One field needs mending: reason: has 2001 characters, at most 2000 are allowed. [reason: has 2001 characters, at most 2000 are allowed]', 'a text too long');
select matches(step('analyst1', 'line_keep', :'w1', :v, jsonb_build_object('reason', 'a' || chr(8238) || 'b')), 'holds the character U\+202E', 'a text that would turn others round');
select matches(step('analyst1', 'line_keep', :'w1', :v, jsonb_build_object('reason', 'a' || chr(27) || '[2J')), 'holds the character U\+001B', 'an escape sequence');
select matches(step('analyst1', 'line_keep', :'w1', :v, '{"reason": "x", "score": "99"}'), 'score: is no field of this step; it has reason', 'a field of no step');
select matches(step('analyst1', 'line_keep', :'w1', :v + 7, :'keep'), '^GL003 Line W1 was changed by ', 'a version that never was');
select matches(step('analyst1', 'line_keep', :'w1', null, :'keep'), '^GL003 ', 'no version is no version seen');
select is(step('analyst1', 'line_keep', :'w1', :v, :'keep', null), 'GL004 A step needs an operation key.', 'no key');
select is(step('analyst1', 'line_keep', :'w1', :v, :'keep', :'op1'), 'W1 stays on the grid, reviewed today', 'it is taken');
select is(step('analyst1', 'line_keep', :'w1', :v, :'keep', :'op1'), 'W1 stays on the grid, reviewed today', 'the same key gives the same answer');
select is(step('analyst1', 'line_keep', :'w1', :v, :'keep'), format('GL003 Line W1 was changed by analyst1 while you wrote: it is at version %s, you saw %s.', :v + 1, :v), 'another key is stale by then');
select is(by('analyst1', format('select said from api.step_outcome(%L)', :'op1')), 'W1 stays on the grid, reviewed today', 'what came of a key can be asked');
select is(by('analyst1', 'select count(*) from api.step_outcome(gen_random_uuid())'), '0', 'of an unknown one nothing did');
select is(step('analyst1', 'line_keep', :'w4', 1, :'keep'), 'GL005 There is no such line, or it is not yours to see.', 'a restricted line is not there');
select is(step('analyst1', 'line_keep', gen_random_uuid(), 1, :'keep'), 'GL005 There is no such line, or it is not yours to see.', 'as if it never was');
select is(step('analyst1', 'line_keep', :'s2', 1, :'keep'), 'GL005 There is no such line, or it is not yours to see.', 'nor is another force''s own');
select matches(step('analyst1', 'line_keep', :'s1', 1, :'keep'), '^GL002 .*another force', 'a shared one is theirs to change');
select is(by('analyst1', format('select string_agg(step, '' '') filter (where step = ''line_keep'') from api.steps(''line'', %L)', :'w1')), 'line_keep', 'the menu has it');
select is(by('analyst1', format('select blocked from api.steps(''line'', %L) where step = ''line_keep''', :'s1')), 'Keep on the grid: this line is another force''s or another unit''s to change.', 'and says why not elsewhere');
select is(by('analyst1', format('select count(*) from api.steps(''line'', %L)', :'w4')), '0', 'of what is not there, nothing');
select is(by('analyst1', format('select string_agg(concat_ws(''|'', name, label, value, note), '' '' order by place) from api.step_form(''line_keep'', %L)', :'w1')),
	format('|Keep on the grid|%s|W1 Alpha reason|Reason||', :v + 1), 'the form says on what and at which version');
select matches(by('analyst1', format('select api.draft_save(''line_keep'', %L, %s, ''{"reason": "half a sen"}'')', :'w1', :v)), '^20', 'a draft is kept');
select is(by('analyst1', format('select draft from api.step_form(''line_keep'', %L) where name = ''reason''', :'w1')), 'half a sen', 'and comes with the form');
select is(by('analyst1', 'select label || '' '' || line_ref from api.drafts'), 'Keep on the grid W1', 'it is listed');
select matches(by('analyst1', format('select api.draft_save(%L, %L, 1, %L)', 'line_keep', :'w4', '{}')), '^GL005', 'none on what is not there');
select is(by('analyst1', format('select api.draft_drop(''line_keep'', %L)', :'w1')), 'true', 'it can be thrown away');
select is(by('analyst2', 'select count(*) from api.drafts'), '0', 'a colleague''s drafts are not seen');
select is(by('analyst2', format('select count(*) from api.step_outcome(%L)', :'op1')), '0', 'nor their keys');
select is(step('lro_be', 'line_keep', :'w1', :v, :'keep'), 'GL002 The role lro may not do this.', 'a role that may not');
select is(by('auditor1', format('select count(*) from api.steps(''line'', %L) where blocked is null', :'w1')), '0', 'an auditor changes nothing');
select is((select reason from data.line_event where line_id = :'w1' and step = 'line_keep'), 'Looked at; the holder is known.', 'the reason is kept');
select * from finish();
