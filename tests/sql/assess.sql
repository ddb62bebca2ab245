-- SPDX-License-Identifier: MIT
-- A score goes from proposal through moderation to signature, through three people, and four in the top
-- band; each way round that is tried, by step, by file and by table.
select plan(66);
update data.line set first_seen = '2022-11-01' where line_ref in ('W1', 'W2');
select line_id as w1, row_version as v1 from data.line where line_ref = 'W1' \gset
select line_id as w2 from data.line where line_ref = 'W2' \gset
create function pg_temp.scores(n int) returns jsonb language sql as $$
	select jsonb_object_agg(f.code, n::text) || jsonb_object_agg(f.code || '_why', 'SYNTHETIC evidence') || '{"rationale": "SYNTHETIC"}'
	from ref.score_factor f where f.model = 'LTS-1'
$$;
create function pg_temp.propose(login text, ref text, cells jsonb) returns text language sql as $$
	select step(login, 'assess_propose', l.line_id, l.row_version, cells) from data.line l where l.line_ref = ref
$$;
-- The assessment of a line that is under way.
create function pg_temp.way(ref text) returns data.assessment language sql as $$
	select a.* from data.assessment a join data.line l using (line_id) where l.line_ref = ref order by a.created_at desc limit 1
$$;
create function pg_temp.go(login text, p_step text, ref text, cells jsonb default '{"reason": "It holds."}') returns text language sql as $$
	select step(login, p_step, a.assessment_id, a.row_version, cells) from pg_temp.way(ref) a
$$;

-- Proposing.
select matches(pg_temp.propose('lro_be', 'W1', pg_temp.scores(3) - 'weapons'), '^GL004 .*\[weapons: is empty\]$', 'a factor without a score is named');
select matches(pg_temp.propose('lro_be', 'W1', pg_temp.scores(3) || '{"weapons_why": " "}'), '^GL004 .*\[weapons_why: is empty\]$', 'so is one without a reason');
select matches(pg_temp.propose('lro_be', 'W1', pg_temp.scores(3) || '{"weapons": "6"}'), '\[weapons: 6 is over 5, the highest that can be given\]$', 'and one off its scale');
select matches(pg_temp.propose('supervisor1', 'W1', pg_temp.scores(3)), '^GL002 The role supervisor', 'who signs does not propose');
select matches(pg_temp.propose('lro_bw', 'W1', pg_temp.scores(3)), '^GL005 ', 'nor an LRO of elsewhere');
select matches(pg_temp.propose('lro_be', 'W5', pg_temp.scores(3)), '^GL002 W5: the line is closed', 'nor anybody for a closed line');
select is(pg_temp.propose('lro_be', 'W1', pg_temp.scores(3)), 'A score of 60 is proposed for W1: an analyst moderates it, a supervisor signs it', 'the LRO proposes');
select is((select score || band from data.line where line_id = :'w1'), '80critical', 'what is proposed changes no score');
select is(pg_temp.propose('analyst1', 'W1', pg_temp.scores(3)), 'GL002 W1: an assessment is under way already.', 'one is under way at a time');
select throws_ok(format('insert into data.assessment (line_id, model) values (%L, %L)', :'w1', 'LTS-1'), '23505', null, 'for every writer');

-- Moderating and signing.
select matches(pg_temp.go('supervisor1', 'assess_sign', 'W1'), '^GL002 This assessment: an analyst has to moderate it first', 'nothing is signed that nobody moderated');
select matches(pg_temp.go('lro_be', 'assess_moderate', 'W1', pg_temp.scores(3)), '^GL002 The role lro', 'the proposer does not moderate');
select is(pg_temp.go('analyst1', 'assess_moderate', 'W1', pg_temp.scores(3) || '{"weapons": "2"}'), 'The score of W1 is moderated: it comes to 56; a supervisor signs it', 'an analyst moderates');
select is((select string_agg(stage || ' ' || login || ' ' || score, ', ' order by at, stage desc) from data.assessment_opinion
	where assessment_id = (pg_temp.way('W1')).assessment_id and factor = 'weapons'), 'proposed lro_be 3, moderated analyst1 2', 'what each gave is kept');
select matches(by('supervisor1', format('select string_agg(section || '': '' || text, ''; '') from api.step_preview(''assess_sign'', %L, ''{}'')', (pg_temp.way('W1')).assessment_id)),
	'Scorers differ: lro_be gave 3, analyst1 gave 2', 'who signs is shown where they differ');
select matches(step('supervisor1', 'assess_sign', a.assessment_id, 1, '{"reason": "x"}'), '^GL003 ', 'an older version is not signed') from pg_temp.way('W1') a;
select matches(pg_temp.go('analyst1', 'assess_sign', 'W1'), '^GL002 The role analyst', 'an analyst does not sign');
select matches(pg_temp.go('supervisor1', 'assess_sign', 'W1', '{"reason": "x", "signed_on": "2022-12-15"}'), '\[signed_on: the line has an assessment signed on 2022-12-15', 'nor on a day before the last signature');
select is(pg_temp.go('supervisor1', 'assess_sign', 'W1'), 'W1 scores 56, medium', 'a supervisor signs');
select is((select score || band from data.line where line_id = :'w1'), '56medium', 'then it is the score of the line');
select is((select concat_ws(' ', proposer, moderated_by, signed_by, signed_on) from pg_temp.way('W1')), 'lro_be analyst1 supervisor1 2022-12-20', 'through three people');
-- Signed is signed.
select is(pg_temp.go('supervisor1', 'assess_' || s, 'W1', case s when 'return' then '{"reason": "x"}' else pg_temp.scores(1) - 'rationale' end), 'GL002 This assessment: it is signed.', 'signed: no ' || s)
	from unnest(array['return', 'second']) s;
select is(pg_temp.go('analyst2', 'assess_moderate', 'W1', pg_temp.scores(1)), 'GL002 This assessment: it is signed.', 'signed: no moderation');
select throws_ok(format('update data.assessment set total = 1 where assessment_id = %L', (pg_temp.way('W1')).assessment_id), 'GL002', null, 'nor a change in the table');
select throws_ok(format('update data.assessment_factor set score = 1 where assessment_id = %L', (pg_temp.way('W1')).assessment_id), 'GL002', null, 'nor in its factors');
select throws_ok(format('delete from data.assessment where assessment_id = %L', (pg_temp.way('W1')).assessment_id), 'GL002', null, 'nor is it taken away');

-- The same person twice, by a change of role.
select matches(pg_temp.propose('analyst1', 'W2', pg_temp.scores(3)), '^A score of 60', 'an analyst may propose');
select is(pg_temp.go('analyst1', 'assess_moderate', 'W2', pg_temp.scores(3)), 'GL002 This assessment: you proposed it: another analyst moderates it.', 'and does not moderate it');
select matches(pg_temp.go('analyst2', 'assess_moderate', 'W2', pg_temp.scores(3)), 'a supervisor signs it$', 'another does');
update data.staff set role = 'supervisor' where login in ('analyst1', 'analyst2');
select is(pg_temp.go('analyst1', 'assess_sign', 'W2'), 'GL002 This assessment: you proposed it: another supervisor signs it.', 'who proposed does not sign in a new role');
select is(pg_temp.go('analyst2', 'assess_sign', 'W2'), 'GL002 This assessment: you moderated it: another supervisor signs it.', 'nor who moderated');
select throws_ok(format('update data.assessment set signed_on = %L, signed_by = %L where assessment_id = %L', '2022-12-20', 'analyst1', (pg_temp.way('W2')).assessment_id),
	'GL002', 'Who proposed a score cannot sign it.', 'in the table neither');
update data.staff set role = 'analyst' where login in ('analyst1', 'analyst2');

-- Returned and withdrawn.
select is(pg_temp.go('lro_be', 'assess_return', 'W2'), 'GL002 The role lro may not do this.', 'an LRO returns nothing');
select is(pg_temp.go('supervisor1', 'assess_return', 'W2', '{}'), 'GL004 One field needs mending: reason: is empty. [reason: is empty]', 'nobody does without a reason');
select is(pg_temp.go('supervisor1', 'assess_return', 'W2'), 'The score of W2 goes back to analyst1', 'it goes back');
select is(pg_temp.go('supervisor1', 'assess_sign', 'W2'), 'GL002 This assessment: it is returned.', 'and is not signed');
select is(by('analyst1', format('select value from api.step_form(''assess_propose'', %L) where name = ''weapons''', :'w2')), '3', 'the proposer begins from what was given');
select matches(pg_temp.propose('analyst1', 'W2', pg_temp.scores(4)), '^A score of 80', 'and proposes anew');
select is(pg_temp.go('analyst2', 'assess_withdraw', 'W2'), 'GL002 This assessment: only who proposed it can withdraw it; a supervisor can return it.', 'another does not withdraw it');
select is(pg_temp.go('analyst1', 'assess_withdraw', 'W2'), 'The score proposed for W2 is withdrawn by analyst1', 'the proposer does');

-- The top band.
select matches(pg_temp.propose('lro_bw', 'W2', pg_temp.scores(5)), '^A score of 100', 'an LRO proposes the top band');
select is(pg_temp.go('analyst1', 'assess_moderate', 'W2', pg_temp.scores(4)), 'The score of W2 is moderated: it comes to 80; the top band needs a second scorer', 'moderated to its edge');
select is(pg_temp.go('supervisor1', 'assess_sign', 'W2'), 'GL002 This assessment: it comes to 80, in the top band: a second scorer has to score it first.', 'nobody signs it so');
select is(by('analyst2', format('select count(*) filter (where value <> '''') from api.step_form(''assess_second'', %L) where name <> ''''', (pg_temp.way('W2')).assessment_id)), '0', 'the second scorer sees no score that was given');
select is(pg_temp.go(login, 'assess_second', 'W2', pg_temp.scores(4) - 'rationale'), 'GL002 This assessment: you proposed or moderated it: a second scorer comes to it fresh.', 'not the second: ' || login)
	from unnest(array['lro_bw', 'analyst1']) login;
select is(pg_temp.go('analyst2', 'assess_second', 'W2', pg_temp.scores(4) - 'rationale' || '{"weapons": "1"}'), 'W2 is scored a second time; you differ in 1 factor', 'a fourth person scores it');
select is(pg_temp.go('supervisor1', 'assess_second', 'W2', pg_temp.scores(4) - 'rationale'), 'GL002 This assessment: analyst2 has scored it second.', 'once');
select is(pg_temp.go('analyst2', 'assess_moderate', 'W2', pg_temp.scores(4)), 'GL002 This assessment: you scored it second: another analyst moderates it.', 'who then does not moderate it');
select is((select sum(score) from data.assessment_factor where assessment_id = (pg_temp.way('W2')).assessment_id), 32::bigint, 'what is signed is what was moderated');
select is(pg_temp.go('supervisor1', 'assess_sign', 'W2'), 'W2 scores 80, critical', 'then it is signed');
select is((select count(*) from data.assessment_opinion where assessment_id = (pg_temp.way('W2')).assessment_id and stage = 'second'), 8::bigint, 'and what the second gave stays beside');

-- By file, from psql: who imports signs, so it takes a supervisor, and the top band a colleague.
create function pg_temp.rows(ref text, score int, second text) returns jsonb language sql as $$
	select jsonb_agg(jsonb_build_object('line', 1 + f.position, 'cells', jsonb_build_object('line_ref', ref, 'signed_on', '2022-12-19',
		'model', 'LTS-1', 'factor', f.code, 'score', score::text, 'rationale', 'SYNTHETIC', 'second_by', second)))
	from ref.score_factor f where f.model = 'LTS-1'
$$;
select matches(by(login, 'select api.import_begin(''assessments'', ''x.csv'', gen_random_uuid())'), '^GL002 The role ' , 'no signature is imported by ' || login)
	from unnest(array['analyst1', 'lro_be']) login;
create function pg_temp.file(score int, second text) returns text language plpgsql as $$
declare
	given jsonb := pg_temp.rows('W3', score, second);
	i uuid;
	got text;
begin
	set local session authorization supervisor1;
	i := api.import_begin('assessments', 'x.csv', gen_random_uuid());
	perform api.import_rows(i, given);
	if (select errors from api.import_finish(i, false)) > 0 then
		select string_agg(cell || ': ' || reason, '; ') into got from api.import_errors(i, 10);
	end if;
	set local session authorization default;
	return coalesce(got, 'taken');
end
$$;
select matches(pg_temp.file(5, ''), '^second_by: the assessment of W3 on 2022-12-19 comes to 100, in the top band', 'the top band by file needs a second scorer');
select matches(pg_temp.file(5, second), '^second_by: ', 'who is somebody else than: ' || second) from unnest(array['supervisor1', 'file', 'Nobody', 'leaver2']) second;
select is(pg_temp.file(5, 'analyst2'), 'taken', 'with a colleague it is taken');
select is((select concat_ws(' ', proposer, second_by, signed_by, state, total) from pg_temp.way('W3')), 'file analyst2 supervisor1 signed 100', 'and says through whom');

-- External scores.
create function pg_temp.external(login text, cells jsonb) returns text language sql as $$
	select step(login, 'external_add', l.line_id, l.row_version, '{"scheme": "morile", "value": "14.5", "on": "2022-12-01", "assessor": "WMROCU"}'::jsonb || cells) from data.line l where l.line_ref = 'W1'
$$;
select is(pg_temp.external('analyst1', '{}'), 'MoRiLE of W1 is recorded', 'what another scheme gave is recorded');
select matches(pg_temp.external('lro_be', '{}'), '^GL002 ', 'not by an LRO');
select is((select concat_ws('|', scheme, value, on_day, assessor, recorded_by) from data.external_score where line_id = :'w1'), 'MoRiLE|14.5|2022-12-01|WMROCU|analyst1', 'as given, with date and assessor');
select is((select score from data.line where line_id = :'w1'), 56, 'and is no score of ours');
select * from finish();
