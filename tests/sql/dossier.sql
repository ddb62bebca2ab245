-- SPDX-License-Identifier: MIT
-- What stands behind a line is read in two steps and in no other way: every pane by the rules of the token,
-- and no list, form, figure or log of api gives a person's reference, a number or a word of intelligence.
select plan(30);
update data.line set first_seen = '2022-11-01' where line_ref in ('W1', 'W2');
select line_id as w1 from data.line where line_ref = 'W1' \gset
select line_id as w2 from data.line where line_ref = 'W2' \gset
select line_id as w4 from data.line where line_ref = 'W4' \gset
create function pg_temp.go(login text, p_step text, cells jsonb, ref text default 'W1') returns text language sql as $$
	select step(login, p_step, l.line_id, l.row_version, '{"on": "2022-12-15", "unit": "CLTF", "programme": "yes"}'::jsonb || cells)
	from data.line l where l.line_ref = ref
$$;
create function pg_temp.went(login text, p_step text, cells jsonb) returns text language sql as $$
	select step(login, p_step, l.line_id, l.row_version, cells) from data.line l where l.line_ref = 'W1'
$$;
-- One of everything on W1; PX- and SECRET mark what only the dossier may give.
create table tap.made as select step, got from (values (1)) one, lateral (values
	('number', pg_temp.went('analyst1', 'line_numbers', '{"number": "07700 900777", "first_seen": "2022-12-01"}')),
	('victim', pg_temp.went('analyst1', 'person_add', '{"person_ref": "PX-1", "category": "victim", "child": "yes", "since": "2022-12-01", "statement": "fact", "basis": "SECRET basis"}')),
	('suspect', pg_temp.went('analyst1', 'person_add', '{"person_ref": "PX-2", "category": "suspect", "child": "no", "since": "2022-12-01", "statement": "assessment", "basis": "SECRET basis"}')),
	('intel', pg_temp.went('lro_be', 'intel_add', '{"on": "2022-12-15", "source_ref": "R-1", "source_grade": "2", "intel_grade": "B", "handling": "C", "conditions": "SECRET condition", "statement": "fact", "body": "SECRET body"}')),
	('arrest', pg_temp.go('lro_be', 'arrest_add', '{"person_ref": "PX-3", "drugs_linked": "yes"}')),
	('charge', pg_temp.go('analyst1', 'charge_add', jsonb_build_object('person_ref', 'PX-4', 'class_a', 'yes', 'event_ref', 'CH-1', 'offence', (select code from ref.offence where counts_for_type1 order by position limit 1)))),
	('safeguarding', pg_temp.go('lro_be', 'safeguard_add', '{"person_ref": "PX-5", "child": "yes", "route": "funded", "stage": "engaged"}')),
	('external', pg_temp.went('analyst1', 'external_add', '{"scheme": "MoRiLE", "value": "14", "on": "2022-12-01", "assessor": "WMROCU"}')),
	('reason', pg_temp.went('analyst1', 'line_keep', '{"reason": "SECRET reason about PX-2"}')),
	('outcome', pg_temp.go('lro_be', 'type2_claim', '{"deactivated_on": "2022-12-14", "deactivated_source": "x"}') ),
	('draft', by('analyst2', format('select api.draft_save(''line_keep'', %L, 1, ''{"reason": "SECRET draft"}'')', :'w1')))) x (step, got);
-- The restricted line W4 has one of everything, too, and is decided on in a review that froze.
create function pg_temp.hides(p_step text, cells jsonb) returns text language sql as $$
	select step('supervisor1', p_step, l.line_id, l.row_version, cells) from data.line l where l.line_ref = 'W4'
$$;
create function pg_temp.reviews(p_step text, cells jsonb) returns text language sql as $$
	select step('supervisor1', p_step, r.review_id, r.row_version, cells) from data.review r where r.week = '2022-W50'
$$;
insert into data.review_series (name, force, weekday, chair) values ('Weekly', 'West Midlands', 3, 'supervisor1');
create table tap.hidden (what text, got text);
insert into tap.hidden select 'tasking', pg_temp.hides('task_raise', '{"title": "Knock", "asked": "Knock at the door", "unit": "BW", "due": "5wd", "route": "local", "reason": "SYNTHETIC"}');
insert into tap.hidden select 'keep', pg_temp.hides('line_keep', '{"reason": "Kept"}');
insert into tap.hidden select 'outcome', pg_temp.hides('type2_claim', '{"on": "2022-12-15", "unit": "CLTF", "deactivated_on": "2022-12-14", "deactivated_source": "x"}');
insert into tap.hidden select 'arrest', pg_temp.hides('arrest_add', '{"on": "2022-12-15", "unit": "CLTF", "programme": "yes", "person_ref": "PX-6", "drugs_linked": "yes"}');
insert into tap.hidden select 'prepare', step('supervisor1', 'review_prepare', null, 0, '{"series": "Weekly", "week": "2022-W50"}');
insert into tap.hidden select 'open', pg_temp.reviews('review_open', '{}');
insert into tap.hidden select 'decide', step('supervisor1', 'review_decide', i.item_id, 1, '{"decision": "adopt", "rationale": "Because", "task_title": "Watch", "task_unit": "BW", "task_due": "5wd"}')
	from data.review_item i join data.line l using (line_id) where l.line_ref = 'W4';
insert into tap.hidden select 'defer ' || i.position, step('supervisor1', 'review_item_defer', i.item_id, 1, '{"reason": "Later"}')
	from data.review_item i left join data.line l using (line_id) where l.line_ref is distinct from 'W4';
insert into tap.hidden select 'close', pg_temp.reviews('review_close', '{}');
select is((select string_agg(what || ': ' || got, E'\n') from tap.hidden where got ~ '^(GL|2|4)[0-9A-Z]{4} '), null, 'a restricted line with as much');
insert into data.deconfliction (line_a, line_b, cause, raised_on) values (least(:'w1', :'w4')::uuid, greatest(:'w1', :'w4')::uuid, 'number', '2022-12-19');
select is((select string_agg(step || ': ' || got, E'\n') from tap.made where got ~ '^(GL|2|4)[0-9A-Z]{4} '), null, 'a line with one of everything');

-- The token.
set session authorization analyst1;
select api.consult('line', :'w1', 'Checking the line for the meeting') as token \gset
select string_agg(distinct pane, ' ' order by pane) as panes, string_agg(array_to_string(cells, '|') || more, ' ') as texts from api.dossier_rows(:'token') \gset
select api.dossier(:'token')::text as whole \gset
reset session authorization;
create function pg_temp.opens(login text, token uuid) returns text language sql as $$
	select concat_ws(' ', left(by(login, format('select count(*) > 10 from api.dossier_rows(%L)', token)), 5), left(by(login, format('select length(api.dossier(%L)::text) > 10', token)), 5))
$$;
begin;
set local session authorization analyst1;
select api.consult('line', :'w1', 'In one go') as early \gset
reset session authorization;
select pg_temp.opens('analyst1', :'early') as early_opens \gset
rollback;
select pg_temp.opens('analyst1', :'early') as gone_opens \gset
select is(:'panes'::text, 'doubles groups head intelligence numbers outcomes people places scores summary taskings timeline', 'a committed consultation opens every pane');
select ok(:'texts' ~ 'PX-1' and :'texts' ~ 'PX-2' and :'texts' ~ 'SECRET body' and :'texts' ~ '\+447700900777' and :'texts' ~ 'SECRET condition', 'with people, numbers and words');
select ok(:'whole' ~ '\+447700900777', 'the one of before has the numbers');
select ok(:'texts' !~ 'W4|Delta' and :'whole' !~ 'W4|Delta', 'and nothing of a line its reader may not see');
select is(:'early_opens'::text, 'GL002 GL002', 'in its own transaction it opens nothing');
select is(:'gone_opens'::text, 'GL002 GL002', 'rolled back, nothing');
select is(pg_temp.opens('analyst1', :'token'), 'true true', 'the reader''s token');
select is(pg_temp.opens(login, :'token'), 'GL002 GL002', 'is not that of ' || login)
	from unnest(array['analyst2', 'supervisor1', 'auditor1', 'admin1', 'lro_be', 'stranger']) login;
select is(pg_temp.opens('analyst1', gen_random_uuid()), 'GL002 GL002', 'an invented one opens nothing');
select is(pg_temp.opens('analyst1', null), 'GL002 GL002', 'nor does none');
update data.line set restricted = true where line_id = :'w1';
select is(pg_temp.opens('analyst1', :'token'), 'GL002 GL002', 'nor does it open a line that was taken away since');
update data.line set restricted = false where line_id = :'w1';
update data.staff set active = false where login = 'analyst1';
select is(pg_temp.opens('analyst1', :'token'), 'GL002 GL002', 'nor for who has left');
update data.staff set active = true where login = 'analyst1';
update audit.consultation set at = at - interval '1 day' where token = :'token';
select is(pg_temp.opens('analyst1', :'token'), 'GL002 GL002', 'nor after its minutes');
select is(by('analyst1', format('select api.consult(''line'', %L, '' '')', :'w1')), 'GL004 A consultation needs a justification.', 'none without a reason');
select matches(by('analyst1', format('select api.consult(''line'', %L, ''x'')', :'w4')), '^GL005 ', 'none of what is not seen');
select is(by(login, format('select justification from api.audit_log where object_id = %L and operation = ''consultation''', :'w1')), case login when 'auditor1' then 'Checking the line for the meeting' end, 'who reads why: ' || login)
	from unnest(array['auditor1', 'analyst2']) login;
select is((select string_agg(p.oid::regprocedure::text, ' ') from pg_proc p cross join pg_roles r
	where p.pronamespace = 'data'::regnamespace and p.proname ~ '^dossier' and r.rolname in ('gridline_analyst', 'gridline_lro', 'gridline_supervisor', 'gridline_auditor', 'gridline_admin', 'analyst1', 'auditor1')
		and has_function_privilege(r.rolname, p.oid, 'execute') and has_schema_privilege(r.rolname, 'data', 'usage')), null, 'no pane has a door of its own');

-- Everything else api gives, to everybody.
create table tap.call (what text, query text);
insert into tap.call
	select c.relname, format('select string_agg(x::text, chr(10)) from api.%I x', c.relname) from pg_class c where c.relnamespace = 'api'::regnamespace and c.relkind = 'v';
insert into tap.call values
	('search_key', 'select api.search_key(''PX'')'), ('session', 'select string_agg(x::text, '''') from api.session() x'),
	('standing', 'select string_agg(x::text, '''') from api.standing((select array_agg(line_id) from api.lines)) x'),
	('moved', 'select string_agg(x::text, '''') from api.moved() x'), ('seek_rank', 'select string_agg(x::text, '''') from api.seek_rank(1) x'),
	('line_search', 'select string_agg(x::text, '''') from unnest(array[''PX'', ''0770'', ''7009'', ''a'', ''secret'']) w, api.line_search(w) x'),
	('summary', 'select string_agg(x::text, '''') from api.summary() x'),
	('line_card', 'select string_agg(x::text, '''') from api.lines l, lateral (select d.line_id from api.grid d where d.line_ref = l.line_ref) g, api.line_card(g.line_id) x'),
	('group_card', 'select string_agg(x::text, '''') from api.groups g, api.group_card(g.group_id) x'),
	('grid_as_at', 'select string_agg(x::text, '''') from api.grid_as_at(''2022-12-30'') x'),
	('dossier_warm', 'select api.dossier_warm()::text'),
	('my_justifications', 'select string_agg(x::text, '''') from api.my_justifications() x'),
	('events', 'select string_agg(x::text, '''') from api.events(''2022-01-01'', ''2022-12-31'') x'),
	('outcome_counts', 'select string_agg(x::text, '''') from api.outcome_counts(''2022-01-01'', ''2022-12-31'', ''2022-12-30'') x'),
	('corridors', 'select string_agg(x::text, '''') from api.corridors() x'), ('map', 'select string_agg(x::text, '''') from api.map() x'),
	('dashboard', 'select string_agg(x::text, '''') from api.dashboard_panels() p, api.dashboard(p.panel) x where p.panel not in (''bands'', ''standing'')'),
	('dashboard_panels', 'select string_agg(x::text, '''') from api.dashboard_panels() x'),
	('dashboard_bands', 'select string_agg(x::text, '''') from api.dashboard_bands() x'),
	('dashboard_rows', 'select string_agg(x::text, '''') from api.dashboard_panels() p, api.dashboard_rows(p.panel) x where p.panel not in (''bands'', ''standing'')'),
	('dashboard_band_rows', 'select string_agg(x::text, '''') from api.dashboard_bands() b, api.dashboard_band_rows(b.series, b.label) x'),
	('step_fields', 'select string_agg(x::text, '''') from api.step_fields() x'),
	('waiting', 'select string_agg(x::text, '''') from api.waiting(100) x'),
	('audit_verify', 'select string_agg(x::text, '''') from api.audit_verify() x'),
	('audit_head', 'select string_agg(x::text, '''') from api.audit_head() x'),
	('import_outcome', 'select string_agg(x::text, '''') from api.import_outcome(gen_random_uuid()) x');
create table tap.object as select 'line' as object, :'w1'::uuid as id union all select 'line', line_id from data.line where line_ref in ('W2', 'W4') union all select 'group', group_id from data.crime_group
	union all select 'assessment', assessment_id from data.assessment where line_id in (:'w1', :'w2') union all select 'deconfliction', deconfliction_id from data.deconfliction
	union all select 'outcome', closure_id from data.closure union all select 'event', event_id from data.arrest union all select 'event', event_id from data.charge
	union all select 'event', event_id from data.safeguarding;
select tap.step('supervisor1', 'review_refresh', review_id, row_version, '{}') from data.review where week = '2022-W51' \g /dev/null
insert into tap.object select 'tasking', tasking_id from data.tasking union all select 'review', review_id from data.review union all select 'review_item', item_id from data.review_item;
insert into tap.call select 'steps', format('select string_agg(x::text, '''') from api.steps(%L, %L) x', object, id) from tap.object;
insert into tap.call select 'step_form', format('select string_agg(concat_ws(''|'', x.value, x.note, x.draft), '''') from api.step_form(%L, %L) x', s.step, o.id) from ref.step s join tap.object o using (object);
insert into tap.call select 'step_preview', format('select string_agg(x::text, '''') from api.step_preview(%L, %L, %L) x', s.step, o.id, '{"name": "Alpha", "imports": "Kent", "numbers": "07700900999", "charge_ref": "CH-1"}') from ref.step s join tap.object o using (object) where s.previewed;
insert into tap.call select 'step_outcome', format('select string_agg(x::text, '''') from api.step_outcome(%L) x', op) from data.operation;
insert into tap.call select 'review', format('select string_agg(x::text, '''') from api.review(%L) x', review_id) from data.review;
insert into tap.call select 'review_card', format('select string_agg(x::text, '''') from api.review_card(%L) x', item_id) from data.review_item;
insert into tap.call select 'task', format('select string_agg(x::text, '''') from api.task(%L) x', tasking_id) from data.tasking;
insert into tap.call values ('grid_week', 'select string_agg(x::text, '''') from api.grid_week(''2022-W51'') x'), ('grid_week', 'select string_agg(x::text, '''') from api.grid_week(''2022-W51'', 100, true) x');
insert into tap.call values ('figures', 'select string_agg(x::text, '''') from api.figures() x'), ('figure_rows', 'select string_agg(x::text, '''') from api.figures() f cross join lateral api.figure_rows(f.id) x');
insert into tap.call values ('task_board', 'select string_agg(x::text, '''') from api.task_board(''unit'', 50) x'), ('task_days', 'select string_agg(x::text, '''') from api.task_days(''2022-11-01'', ''2023-02-01'') x'),
	('workload', 'select string_agg(x::text, '''') from api.workload(''2022-11-01'', ''2023-02-01'') x');
insert into tap.call select 'task_clashes', format('select string_agg(x::text, '''') from api.task_clashes(%L) x', tasking_id) from data.tasking;
insert into tap.call select 'step_version', format('select api.step_version(%L, %L)', s.step, o.id) from ref.step s join tap.object o using (object);
insert into tap.call select 'figure_months', 'select string_agg(x::text, '''') from api.figure_months(array[''type1_outcomes'', ''persons_charged'']) x';
insert into tap.call select 'review_recount', 'select string_agg(x::text, '''') from api.review_recount(''2022-W50'') x';
insert into tap.call select 'review_board', 'select string_agg(x::text, '''') from api.review_board(''2022-W50'') x';
insert into tap.call select 'review_board_rows', 'select string_agg(x::text, '''') from api.review_board_rows(''2022-W50'') x';
insert into tap.call select 'return_table', 'select string_agg(x::text, '''') from api.return_table() x';
insert into tap.call values ('my_tasks', 'select string_agg(x::text, '''') from api.my_tasks() x'), ('tasks_new', 'select api.tasks_new()'),
	('unit_tasks', 'select string_agg(x::text, '''') from unnest(array[''BE'', ''BW'']) u, api.unit_tasks(u) x'), ('next_review', 'select api.next_review()::text');
insert into tap.call select 'step_many_preview', format('select string_agg(x::text, '''') from api.step_many_preview(''task_raise'', array(select line_id from api.lines), ''{"title": "Alpha", "unit": "BE", "due": "5wd", "route": "local", "reason": "x"}'') x');
insert into tap.call values ('review_now', 'select string_agg(x::text, '''') from api.review_now() x'),
	('review_moment', 'select api.review_moment(''2022-W51'')'), ('review_verify', 'select string_agg(x::text, '''') from api.review_verify() x'),
	('review_changes', 'select string_agg(x::text, '''') from api.review_changes(''2022-W40'', ''2022-W51'') x'),
	('review_overtaken', 'select string_agg(x::text, '''') from api.review_overtaken(''2022-W40'', ''2022-W51'') x'),
	('review_changes_at', 'select string_agg(x::text, '''') from api.review_changes_at(''2022-10-01'', ''2022-12-31'') x'),
	('tasking_week', 'select string_agg(x::text, '''') from api.tasking_week(''2022-W51'') x'),
	('line_as_at', (select string_agg(format('select string_agg(x::text, '''') from api.line_as_at(%L, ''2022-W51'') x', line_id), ' union all ') from data.line)),
	('review_followers', (select string_agg(format('select api.review_followers(%L)', review_id), ' union all ') from data.review)),
	('taskings_as_at', 'select string_agg(x::text, '''') from api.taskings_as_at(''2022-12-31'') x');
create table tap.given as
	select c.what, who.login, by(who.login, c.query) as got
	from tap.call c cross join unnest(array['analyst1', 'analyst2', 'analyst_st', 'supervisor1', 'auditor1', 'admin1', 'lro_be', 'lro_bw', 'stranger']) as who (login);
select is((select string_agg(distinct p.proname, ' ' order by p.proname) from pg_proc p where p.pronamespace = 'api'::regnamespace and p.proname not in (select what from tap.call)),
	'consult day_turn dossier dossier_rows draft_drop draft_save import_begin import_errors import_finish import_rows log_export review_follow step step_many tasks_seen',
	'all but what changes something is asked');
select is((select string_agg(distinct what || ' to ' || login || ': ' || substring(got, '.{0,40}(?:PX-|7700 ?900(?!123)|SECRET).{0,20}'), E'\n') from tap.given
	where got ~ 'PX-|7700 ?900(?!123)|SECRET' and not (what = 'drafts' and login = 'analyst2') and not (what = 'step_form' and login = 'analyst2' and got ~ 'SECRET draft')), null, 'nothing gives a person, a number or a secret word');
select ok((select count(*) > 60 from tap.given where length(got) > 20 and got !~ '^(GL|42)...'), 'and much is given');
select is((select string_agg(distinct what || ' to ' || login || ': ' || left(got, 200), E'\n') from tap.given where got ~ '^([0-9]{2}|XX|P0)[0-9A-Z]{3} ' and got !~ '^42501'), null, 'and none fails but by a rule');
select is((select string_agg(distinct what || ': ' || substring(got, '.{0,40}(?:Delta|W4).{0,20}'), E'\n') from tap.given where login in ('analyst1', 'lro_bw', 'analyst_st', 'stranger') and got ~ 'Delta|W4'), null,
	'nor does any name a line that its reader may not see');
select * from finish();
