-- SPDX-License-Identifier: MIT
-- Events of a line: who records them, their flags, what they make of people, orders and their days, and
-- what is found wrong.
select plan(45);
update data.line set first_seen = '2022-11-01' where line_ref in ('W1', 'W2');
select line_id as w1 from data.line where line_ref = 'W1' \gset
create function pg_temp.go(login text, p_step text, ref text, cells jsonb) returns text language sql as $$
	select regexp_replace(step(login, p_step, l.line_id, l.row_version, cells), '([A-Z]{2})-[0-9A-F]{8}', '\1-X', 'g') from data.line l where l.line_ref = ref
$$;
create function pg_temp.people() returns text language sql as $$
	select string_agg(concat_ws(' ', p.person_ref, lp.category, case when p.child then 'child' end, case when lp.fact then 'fact' end), ', ' order by p.person_ref, lp.category)
	from data.line_person lp join data.person p using (person_id) join data.line l using (line_id) where l.line_ref = 'W1'
$$;
\set day '"on": "2022-12-15", "unit": "CLTF", "programme": "yes"'
-- Arrests.
select is(pg_temp.go('lro_be', 'arrest_add', 'W1', '{"on": "2022-12-15", "unit": "cltf", "person_ref": "P-1", "drugs_linked": "Yes", "programme": "no"}'),
	'An arrest on W1 is recorded: AR-X', 'an LRO records an arrest');
select is((select concat_ws(' ', unit, drugs_linked, programme, entered_by) from data.arrest), 'CLTF t f lro_be', 'with its flags');
select matches(pg_temp.go('lro_be', 'arrest_add', 'W1', '{"on": "2022-12-15", "unit": "CLTF", "person_ref": "P-1", "drugs_linked": "yes"}'), '\[programme: is empty\]$', 'whether it is the programme''s must be said');
select matches(pg_temp.go('lro_be', 'arrest_add', 'W1', '{"on": "2022-12-15", "unit": "CLTF", "person_ref": "Joe Bloggs", "drugs_linked": "yes", "programme": "no"}'), '\[person_ref: ''Joe Bloggs'' is not a reference', 'a name is no reference');
select matches(pg_temp.go('lro_bw', 'arrest_add', 'W1', '{}'), '^GL005 ', 'another unit''s LRO records nothing');
select matches(pg_temp.go('auditor1', 'arrest_add', 'W1', '{}'), '^GL002 ', 'an auditor neither');
select is(pg_temp.people(), 'P-1 suspect', 'who is arrested is a suspect');
-- People keep what they are.
select is(pg_temp.go('analyst1', 'person_add', 'W1', '{"person_ref": "P-1", "category": "victim", "child": "yes", "since": "2022-12-01", "statement": "Assessment", "basis": "Visit"}'),
	'A person is linked to W1 as victim', 'the same person may be a victim');
select matches(pg_temp.go('lro_be', 'charge_add', 'W1', '{}'), '^GL002 ', 'an LRO records no charge');
select is(pg_temp.go('analyst1', 'charge_add', 'W1', ('{' || :'day' || ', "person_ref": "P-1", "offence": "' || (select code from ref.offence order by position limit 1) || '", "class_a": "yes"}')::jsonb),
	'A charge on W1 is recorded: CH-X', 'and be charged');
select is(pg_temp.people(), 'P-1 charged child fact, P-1 suspect child, P-1 victim child', 'all of it stays');
select matches(pg_temp.go('analyst1', 'person_end', 'W1', '{"person_ref": "P-2", "category": "victim", "until": "2022-12-19", "reason": "x"}'), '\[person_ref: no such person', 'a link that is not there is not ended');
select is(pg_temp.go('analyst1', 'person_end', 'W1', '{"person_ref": "P-1", "category": "Suspect", "until": "2022-12-19", "reason": "x"}'), 'A person is no longer suspect of W1', 'one that is ends');
-- Safeguarding.
create function pg_temp.safe(cells jsonb) returns text language sql as $$
	select pg_temp.go('lro_be', 'safeguard_add', 'W1', '{"on": "2022-12-15", "unit": "BE", "programme": "yes", "person_ref": "P-3", "child": "no", "route": "Funded", "stage": "Referred"}'::jsonb || cells)
$$;
select is(pg_temp.safe('{}'), 'Safeguarding on W1 is recorded: SG-X', 'somebody is referred');
select is((select concat_ws(' ', route, stage, programme) from data.safeguarding), 'funded referred t', 'to what, how far, for whom it counts');
select matches(pg_temp.safe('{"mechanism": "nrm"}'), '\[consent: an adult is referred to the NRM with consent', 'an adult consents to the NRM');
select matches(pg_temp.safe('{"mechanism": "nrm", "consent": "no"}'), '\[consent: an adult is referred to the NRM with consent', 'and not by saying no');
select matches(pg_temp.safe('{"mechanism": "ms1", "consent": "Yes"}'), '\[mechanism: MS1 is for an adult who does not consent', 'MS1 is for who does not');
select matches(pg_temp.safe('{"mechanism": "ms1", "consent": "NO"}'), 'SG-X$', 'it is taken then');
select matches(pg_temp.safe('{"mechanism": "MS1", "consent": "no", "child": "yes", "person_ref": "P-4"}'), '\[mechanism: MS1 is for an adult', 'not for a child');
select matches(pg_temp.safe('{"mechanism": "MS1", "consent": "no", "person_ref": "P-1"}'), '\[mechanism: MS1 is for an adult', 'nor for one who is known as one');
select matches(pg_temp.safe('{"consent": "child"}'), '\[consent: ', 'an adult''s consent is no child''s');
select matches(pg_temp.safe('{"mechanism": "NRM", "child": "yes", "person_ref": "P-4"}'), 'SG-X$', 'a child goes to the NRM without');
select is((select string_agg(distinct consent, '') from data.safeguarding g join data.person p using (person_id) where p.person_ref = 'P-4'), 'child', 'as that');
select throws_ok('update data.safeguarding set mechanism = ''MS1'', consent = ''yes''', '23514', null, 'the table holds it, too');
-- Disruptions.
create function pg_temp.disrupt(cells jsonb) returns text language sql as $$
	select pg_temp.go('analyst1', 'disruption_add', 'W1', '{"on": "2022-12-15", "unit": "CLTF", "programme": "yes", "group_ref": "ocg1", "grade": "Major",
		"four_p": "pursue", "drugs_linked": "yes", "arrested": "3", "arrested_drugs": "2", "trafficking_outcomes": "1"}'::jsonb || cells)
$$;
select is(pg_temp.disrupt('{}'), 'A major disruption is recorded: DI-X', 'a group is disrupted');
select is((select concat_ws(' ', g.group_ref, d.grade, d.four_p, d.arrested, d.arrested_drugs, d.trafficking_outcomes) from data.disruption d join data.crime_group g using (group_id)), 'OCG1 major Pursue 3 2 1', 'graded, under one P');
select matches(pg_temp.disrupt('{"arrested_drugs": "4"}'), '\[arrested_drugs: more than were arrested\]$', 'no more for drugs than were arrested');
select matches(pg_temp.disrupt('{"trafficking_outcomes": "3"}'), '\[trafficking_outcomes: more than were linked to drugs\]$', 'no more for trafficking than for drugs');
select matches(pg_temp.disrupt('{"group_ref": "OCG1; USG1"}'), '\[group_ref: a disruption is of one group', 'one group each');
select is(regexp_replace(step('analyst1', 'disruption_group_add', group_id, row_version, '{"on": "2022-12-15", "unit": "CLTF", "programme": "no", "grade": "minor", "four_p": "Prevent", "drugs_linked": "no"}'), '-.*', ''),
	'A minor disruption is recorded: DI', 'a group''s own') from data.crime_group where group_ref = 'OCG1';
-- Seizures and orders.
select is(pg_temp.go('lro_be', 'seizure_add', 'W1', ('{' || :'day' || ', "what": "Crack cocaine", "quantity": "120", "measure": "wraps", "class_a": "yes"}')::jsonb), 'A seizure on W1 is recorded: SZ-X', 'a seizure');
create function pg_temp.order(cells jsonb) returns text language sql as $$
	select pg_temp.go('analyst1', 'ddtro_add', 'W1', '{"on": "2022-12-20", "unit": "CLTF", "applicant_rank": "Superintendent", "identifiers": "2"}'::jsonb || cells)
$$;
select matches(pg_temp.order('{"applicant_rank": "inspector"}'), '\[applicant_rank: ''inspector'' is not known', 'an order takes a superintendent');
select matches(pg_temp.order('{"compliance_due": "2022-12-19"}'), '\[compliance_due: lies before the order\]$', 'is complied with after it is made');
select is(pg_temp.order('{}'), 'A restriction order on W1 is recorded: DD-X', 'an order');
select is((select applicant_rank || ' ' || compliance_due from data.ddtro), 'superintendent 2022-12-29', 'due in five working days, over Christmas');
select is((select status from data.line where line_id = :'w1'), 'active', 'it closes nothing');
select is((select count(*) from data.closure), 0::bigint, 'and is no outcome');
select matches(step('analyst1', 'ddtro_comply', event_id, 1, '{"on": "2022-12-19"}'), '\[on: lies before the order, 2022-12-20\]$', 'nobody complied before') from data.ddtro;
select matches(step('analyst1', 'ddtro_comply', event_id, 1, '{"on": "2022-12-20"}'), 'was complied with$', 'complied with') from data.ddtro;
select matches(step('analyst1', 'ddtro_comply', event_id, 1, '{"on": "2022-12-20"}'), '^GL003 ', 'once at that version') from data.ddtro;
select matches(step('analyst1', 'ddtro_comply', event_id, 1, '{"on": "2022-12-20"}'), '^GL002 .*it is no restriction order', 'a seizure is not') from data.seizure;
-- Found wrong.
select by('supervisor1', 'select n from api.outcome_counts(''2022-12-01'', ''2022-12-31'', ''2022-12-20 23:00'') where measure = ''arrests_force_wide''') as arrests \gset
update ref.setting set training_base = '2022-12-22 09:00', training_started = now();
select matches(step('analyst1', 'event_void', event_id, 1, '{"reason": "Entered twice."}'), 'is voided; figures restate$', 'an arrest is voided') from data.arrest;
select matches(step('analyst1', 'event_void', event_id, 2, '{"reason": "x"}'), '^GL002 .*it is voided already', 'once') from data.arrest;
select is(concat_ws(' ', :'arrests', by('supervisor1', 'select n from api.outcome_counts(''2022-12-01'', ''2022-12-31'', ''2022-12-22 10:00'') where measure = ''arrests_force_wide'''),
	by('supervisor1', 'select n from api.outcome_counts(''2022-12-01'', ''2022-12-31'', ''2022-12-20 23:00'') where measure = ''arrests_force_wide''')), '1 0 1', 'figures restate from then on, and not before');
select * from finish();
