-- SPDX-License-Identifier: MIT
-- What single calls answer: session, terms, summary, cards.
select plan(17);
set session authorization analyst1;
select login || ' ' || name || ' ' || role || ' ' || unit || ' ' || force || ' ' || training || ' ' || read_only || ' ' || today
	|| ' ' || stale_days as who, schema_version as version from api.session() \gset
select string_agg(kind || coalesce(nullif(' ' || code, ' '), '') || '=' || n, ', ') as sums from api.summary() \gset
select string_agg(distinct vocabulary, ' ' order by vocabulary) as vocabularies from api.terms \gset
select string_agg(code, ' ' order by position) as npus from api.terms where vocabulary = 'npu' \gset
select string_agg(code, ' ' order by position) as lros from api.terms where vocabulary = 'lro' \gset
select string_agg(label, '|') as labels, string_agg(text, '|') as texts from api.line_card((select line_id from api.grid where line_ref = 'W1')) where section in ('', 'Where', 'Taskings', 'Seen') \gset
select count(*) as sections from (select distinct section from api.line_card((select line_id from api.grid where line_ref = 'W1'))) x \gset
select string_agg(label || ' ' || text, '|') as ocg1 from api.group_card((select group_id from api.groups where group_ref = 'OCG1')) \gset
select count(*) as none from api.line_card(gen_random_uuid()) \gset
select string_agg(section, '|') as sections_seen from (select section, row_number() over () as n from api.line_card((select line_id from api.grid where line_ref = 'W1'))) x \gset
select count(*) as leaked from api.line_card((select line_id from api.grid where line_ref = 'W1')) where text like '%07700%' \gset
select string_agg(is_stale::text || is_mine::text || coalesce(days_since_review::text, '-'), ' ' order by line_ref) as flags from api.grid where line_ref in ('W1', 'W3') \gset
select numbers as numbers, aliases as aliases, status as status from api.lines where line_ref = 'W1' \gset
reset session authorization;
set session authorization lro_be;
select is_mine as mine from api.grid where line_ref = 'W1' \gset
reset session authorization;
select is(:'who'::text, 'analyst1 Analyst One analyst CLTF West Midlands true false 2022-12-20 28', 'the session says who and when');
select is(:version, (select max(version) from ref.schema_version), 'and which schema');
select is(:'sums'::text, 'band critical=2, band high=1, band medium=0, band low=0, unscored=1, open=4, overdue=1, stale=1, new=4, late_taskings=1',
	'the summary counts what is seen');
select is(:'vocabularies'::text, 'band chair chair_act consent decider decision drug external_scheme force four_p grade group_band group_kind handling intel_grade location lro '
	'mechanism npu number_kind number_state offence officer operation outcome_kind person_category priority rank result route series source_grade stage '
	'statement status tasking_route tasking_state tasking_template unit weekday', 'every vocabulary has words');
select is(:'npus'::text, 'BE BW CV DY SW SH WS WV', 'the neighbourhood units of 2022');
select is(:'lros'::text, 'lro_be lro_bw', 'the LROs');
select is(:'labels'::text, 'Reference|Name|Also|Status|From|To|Sells|Last|Reviewed|T3', 'a card has its items in reading order');
select is(:'texts'::text, 'W1|Alpha|Alias of Alpha|Active|Birmingham East, West Midlands|not known|not known|2022-12-19|2022-12-12, 8 days ago|CMPG, Stop, In progress, due 2022-12-19 LATE', 'and their texts');
select is(:sections, 6, 'under its headings');
select ok(:'sections_seen' !~ '(Threat\|(?!Threat).*Threat)', 'items of one section follow each other');
select is(:leaked, 0, 'a card holds no number');
select is(:'ocg1'::text, 'Reference OCG1|Name Kettle|Kind Organised crime group|Mapped yes|Band Band 1, highest|W1 Alpha, 80 critical, active, controls', 'a group''s card');
select is(:none, 0, 'an unknown line has no card');
select is(:'flags'::text, 'falsefalse8 truefalse-', 'stale after 28 days without news, days since review');
select ok(:'mine', 'mine is whose LRO I am');
select is(:'numbers' || :'aliases' || :'status'::text, 'Alias of Alphaactive', 'lines as the import takes them, without numbers');

-- After 2 April 2023 the areas follow the units.
update ref.setting set training_base = '2023-04-03 09:00', training_started = now();
select is((select string_agg(code, ' ' order by position) from api.terms where vocabulary = 'npu'), 'LBM LCV LDY LSW LSH LWS LWV',
	'in April 2023 seven local policing areas');
select * from finish();
