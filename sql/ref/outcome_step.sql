-- SPDX-License-Identifier: MIT
-- What came of a line: events, and outcomes that need their evidence.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('arrest_add', 'Record an arrest', 'A person arrested on this line, by pseudonymous reference.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 40),
	('charge_add', 'Record a charge', 'A person charged on this line.', 'line', '{analyst,supervisor}', 'held', false, false, false, 41),
	('safeguard_add', 'Record safeguarding', 'Somebody referred to, or engaged with, a service.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 42),
	('disruption_add', 'Record a disruption', 'What was done against the line or a group behind it, under one of the four Ps.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 43),
	('disruption_group_add', 'Record a disruption', 'What was done against the group, under one of the four Ps.', 'group', '{analyst,supervisor}', 'held', false, false, false, 43),
	('seizure_add', 'Record a seizure', 'Drugs, phones, money or weapons seized.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 44),
	('ddtro_add', 'Record a restriction order', 'A DDTRO. By itself it closes nothing.', 'line', '{analyst,supervisor}', 'held', false, false, false, 45),
	('type1_claim', 'Claim a Type 1 outcome', 'The line is closed for good: three proofs, each with a date and a source. What is missing is named as you type.',
		'line', '{analyst,lro,supervisor}', 'held', false, true, false, 60),
	('type2_claim', 'Claim a Type 2 outcome', 'A number was deactivated; no charge is needed.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 61),
	('outcome_ratify', 'Ratify the outcome', 'It closes the line. A Type 1 stays provisional until it is checked back.', 'outcome', '{supervisor}', 'held', false, true, false, 1),
	('outcome_refuse', 'Refuse the outcome', 'The line stays open.', 'outcome', '{supervisor}', 'held', false, false, false, 2),
	('checkback_pass', 'Check-back passed', 'The number is still out of use: the Type 1 is verified.', 'outcome', '{analyst,lro,supervisor}', 'held', false, false, false, 3),
	('checkback_fail', 'Check-back failed', 'The number is in use again: the Type 1 is revoked and the line open.', 'outcome', '{analyst,lro,supervisor}', 'held', false, false, false, 4),
	('outcome_revoke', 'Revoke the outcome', 'It does not stand up any more; figures restate.', 'outcome', '{supervisor}', 'held', false, false, false, 5),
	('ddtro_comply', 'Complied with', 'The provider has complied with the order.', 'event', '{analyst,supervisor}', 'held', false, false, false, 1),
	('event_void', 'Void the event', 'It was recorded wrongly; it stays to be seen, and figures restate.', 'event', '{analyst,supervisor}', 'held', false, false, false, 2)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add'), ('seizure_add'), ('ddtro_add'), ('disruption_add'),
	('disruption_group_add'), ('type1_claim'), ('type2_claim')) e (step)
cross join (values
	('on', 1, '', 'On', 'The day it happened.', 'date', null, true, 10, true),
	('unit', 2, '', 'Unit', 'Whose result it is.', 'term', 'unit', true, 20, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add')) e (step)
cross join (values
	('person_ref', 3, '', 'Person', 'Pseudonymous reference; never a name.', 'reference', null, true, 32, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add'), ('seizure_add'), ('disruption_add'), ('disruption_group_add')) e (step)
cross join (values
	('programme', 30, '', 'Programme', 'Would it not have happened without programme funding?', 'flag', null, true, 3, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('disruption_add'), ('disruption_group_add')) e (step)
cross join (values
	('grade', 10, '', 'Grade', 'As the originator judges what it did to them.', 'term', 'grade', true, 20, false),
	('four_p', 11, '', 'Under', 'Which of the four Ps.', 'term', 'four_p', true, 20, false),
	('tactic', 12, '', 'What was done', 'A warrant, a closure order, a visit, messages to customers.', 'text', null, false, 200, false),
	('drugs_linked', 13, '', 'Linked to drugs', '', 'flag', null, true, 3, false),
	('arrested', 14, '', 'Arrested', 'People arrested in it; empty for none.', 'number', null, false, 9999, false),
	('arrested_drugs', 15, '', 'Of them for drugs', 'Those linked to drugs.', 'number', null, false, 9999, false),
	('trafficking_outcomes', 16, '', 'Of those, trafficking', 'With an outcome for drug trafficking.', 'number', null, false, 9999, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
values
	('arrest_add', 'drugs_linked', 10, '', 'Linked to drugs', '', 'flag', null, true, 3, false),
	('charge_add', 'event_ref', 4, '', 'Reference', 'Of the charge; empty for one of our own.', 'reference', null, false, 32, false),
	('charge_add', 'offence', 10, '', 'Offence', 'Only relevant supply offences count for a Type 1.', 'term', 'offence', true, 20, false),
	('charge_add', 'class_a', 11, '', 'Class A', 'Is a Class A drug charged?', 'flag', null, true, 3, false),
	('safeguard_add', 'child', 4, '', 'Child', 'Under eighteen: no consent is needed.', 'flag', null, true, 3, false),
	('safeguard_add', 'route', 10, '', 'Service', 'Statutory, or funded by the programme.', 'term', 'route', true, 20, false),
	('safeguard_add', 'stage', 11, '', 'Stage', 'Referred, or engaged: only engagement counts as such.', 'term', 'stage', true, 20, false),
	('safeguard_add', 'mechanism', 12, '', 'Mechanism', 'NRM, or MS1 where an adult does not consent.', 'term', 'mechanism', false, 20, false),
	('safeguard_add', 'consent', 13, '', 'Consent', 'Of an adult.', 'term', 'consent', false, 20, false),
	('disruption_add', 'group_ref', 3, '', 'Group', 'The OCG or USG it was done against; empty for the line alone.', 'groups', null, false, 32, false),
	('seizure_add', 'what', 10, '', 'What', 'Heroin, crack cocaine, a phone, cash, a knife.', 'text', null, true, 120, false),
	('seizure_add', 'quantity', 11, '', 'How much', 'A whole number.', 'number', null, false, 999999999, false),
	('seizure_add', 'measure', 12, '', 'Of', 'Wraps, grams, pounds, pieces.', 'text', null, false, 20, false),
	('seizure_add', 'class_a', 13, '', 'Class A', '', 'flag', null, true, 3, false),
	('ddtro_add', 'applicant_rank', 10, '', 'Applicant', 'Superintendent or above.', 'term', 'rank', true, 40, false),
	('ddtro_add', 'identifiers', 11, '', 'Identifiers', 'How many numbers or devices the order restricts.', 'number', null, true, 9999, false),
	('ddtro_add', 'compliance_due', 12, '', 'To be complied with', 'Empty for the end of the fifth working day after the order.', 'day', null, false, 10, false),
	('type1_claim', 'bulk_on', 10, 'Bulk messages offering Class A', 'Day', 'Of a bulk message that offers Class A.', 'date', null, false, 10, true),
	('type1_claim', 'bulk_source', 11, 'Bulk messages offering Class A', 'Source', 'Where it is evidenced: exhibit, download, report.', 'text', null, false, 200, false),
	('type1_claim', 'recovered_on', 12, 'Phone line recovered', 'Day', 'It was recovered and shown to be disabled.', 'date', null, false, 10, true),
	('type1_claim', 'recovered_source', 13, 'Phone line recovered', 'Source', 'Where it is evidenced.', 'text', null, false, 200, false),
	('type1_claim', 'charge_ref', 14, 'Holder charged', 'Charge', 'Reference of the charge of the holder, recorded on this line.', 'reference', null, false, 32, false),
	('type2_claim', 'deactivated_on', 10, '', 'Deactivated on', 'Day the number or SIM was deactivated.', 'date', null, true, 10, true),
	('type2_claim', 'deactivated_source', 11, '', 'Source', 'Where it is evidenced.', 'text', null, true, 200, false),
	('outcome_ratify', 'reason', 1, '', 'Reason', 'What you looked at.', 'block', null, true, 2000, false),
	('outcome_refuse', 'reason', 1, '', 'Reason', 'What does not stand up.', 'block', null, true, 2000, false),
	('checkback_pass', 'on', 1, '', 'Checked on', '', 'date', null, true, 10, true),
	('checkback_pass', 'source', 2, '', 'Source', 'How it was checked.', 'text', null, true, 200, false),
	('checkback_fail', 'on', 1, '', 'Checked on', '', 'date', null, true, 10, true),
	('checkback_fail', 'source', 2, '', 'Source', 'How it was checked.', 'text', null, true, 200, false),
	('checkback_fail', 'reason', 3, '', 'Reason', 'What shows that it is in use again.', 'block', null, true, 2000, false),
	('outcome_revoke', 'reason', 1, '', 'Reason', 'Why it does not stand up any more.', 'block', null, true, 2000, false),
	('ddtro_comply', 'on', 1, '', 'Complied on', '', 'date', null, true, 10, true),
	('event_void', 'reason', 1, '', 'Reason', 'What was wrong with it.', 'block', null, true, 2000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
