-- SPDX-License-Identifier: MIT
-- Assessments: worked out by their model, signed whole, immutable, and the latest is the line's score.
select plan(17);
select line_id as w3 from data.line where line_ref = 'W3' \gset

insert into data.assessment (line_id, model) values (:'w3', 'LTS-1') returning assessment_id as a \gset
select throws_ok(format('update data.assessment set signed_on = %L, signed_by = %L where assessment_id = %L', '2022-12-16', 'supervisor1', :'a'),
	'GL004', 'The assessment lacks a score for: children, vulnerable, cuckooing, weapons, class_a, reach, group, community.',
	'an assessment without factors cannot be signed');
insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select :'a', model, code, 2, 'SYNTHETIC' from ref.score_factor where code <> 'reach';
select throws_ok(format('update data.assessment set signed_on = %L, signed_by = %L where assessment_id = %L', '2022-12-16', 'supervisor1', :'a'),
	'GL004', 'The assessment lacks a score for: reach.', 'nor one that lacks a factor');
select throws_ok(format('insert into data.assessment_factor values (%L, %L, %L, 6, %L)', :'a', 'LTS-1', 'reach', 'x'),
	'GL004', 'Factor reach cannot score 6.', 'a score stays on its scale');
select throws_ok(format('insert into data.assessment_factor values (%L, %L, %L, 5, %L)', :'a', 'LTS-1', 'reach', ''),
	'23514', null, 'a factor needs its reason');
select is((select score from data.line where line_id = :'w3'), null, 'a draft scores nothing');
insert into data.assessment_factor values (:'a', 'LTS-1', 'reach', 5, 'SYNTHETIC');
update data.assessment set signed_on = '2022-12-16', signed_by = 'supervisor1', second_by = 'analyst2' where assessment_id = :'a';
select is((select total from data.assessment where assessment_id = :'a'),
	(select round(sum(weight * case code when 'reach' then 5 else 2 end) * 100.0 / sum(weight * scale_max))::int
		from ref.score_factor where model = 'LTS-1'), 'the total is the model''s weighted share');
select results_eq(format('select score, band, assessment_id from data.line where line_id = %L', :'w3'),
	format('select total, band, assessment_id from data.assessment where assessment_id = %L', :'a'), 'and stands on the line');

select throws_ok(format('update data.assessment set signed_by = %L where assessment_id = %L', 'x', :'a'), 'GL002', null, 'what is signed stays');
select throws_ok(format('delete from data.assessment where assessment_id = %L', :'a'), 'GL002', null, 'and is not removed');
select throws_ok(format('update data.assessment_factor set score = 0 where assessment_id = %L', :'a'), 'GL002', null, 'nor are its factors changed');
select throws_ok(format('delete from data.assessment_factor where assessment_id = %L', :'a'), 'GL002', null, 'or removed');
select throws_ok(format('insert into data.assessment (line_id, model, signed_on, signed_by, total, band) values (%L, %L, %L, %L, 1, %L)',
	:'w3', 'LTS-1', '2022-12-17', 'x', 'low'), 'GL004', null, 'none comes signed');

-- An earlier signature that is entered late does not replace a later one.
insert into data.assessment (line_id, model) values (:'w3', 'LTS-1') returning assessment_id as b \gset
insert into data.assessment_factor select :'b', model, code, 5, 'SYNTHETIC' from ref.score_factor;
update data.assessment set signed_on = '2022-12-01', signed_by = 'supervisor1', second_by = 'analyst2' where assessment_id = :'b';
select is((select assessment_id from data.line where line_id = :'w3'), :'a'::uuid, 'an earlier signature entered late changes nothing');
insert into data.assessment (line_id, model) values (:'w3', 'LTS-1') returning assessment_id as c \gset
insert into data.assessment_factor select :'c', model, code, 5, 'SYNTHETIC' from ref.score_factor;
select throws_ok(format('update data.assessment set signed_on = %L, signed_by = %L where assessment_id = %L', '2022-03-31', 'supervisor1', :'c'),
	'GL004', 'The score model LTS-1 was not in force on 2022-03-31.', 'a model counts while it is in force');
update data.assessment set signed_on = '2022-12-18', signed_by = 'supervisor1', second_by = 'analyst2' where assessment_id = :'c';
select is((select score || ' ' || band from data.line where line_id = :'w3'), '100 critical', 'a later one does');

select is((select string_agg(s || data.band_of(s), ' ' order by s) from unnest(array[0, 39, 40, 59, 60, 79, 80, 100]) s),
	'0low 39low 40medium 59medium 60high 79high 80critical 100critical', 'bands begin where they say');
select is((select count(*) from data.line where score is not null and band <> data.band_of(score)), 0::bigint,
	'no line has a band its score does not');
select * from finish();
