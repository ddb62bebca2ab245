-- SPDX-License-Identifier: MIT
-- What stands behind a line.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('intel_add', 'Add intelligence', 'One sanitised entry, graded 3x5x2, with its handling code.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 22),
	('person_add', 'Link a person', 'By pseudonymous reference, as suspect, victim, witness or other.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 23),
	('person_end', 'End a link to a person', 'The person is nothing to the line any more; the link stays in its history.', 'line', '{analyst,supervisor}', 'held', false, false, false, 24)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('intel_add', 'on', 1, '', 'Day', 'The day it speaks of.', 'date', null, true, 10, true),
	('intel_add', 'source_ref', 2, '', 'Report', 'Reference back to the original; nothing that identifies the source.', 'text', null, true, 60, false),
	('intel_add', 'source_grade', 3, 'Grading', 'Source', '', 'term', 'source_grade', true, 1, false),
	('intel_add', 'intel_grade', 4, 'Grading', 'Intelligence', '', 'term', 'intel_grade', true, 1, false),
	('intel_add', 'handling', 5, 'Grading', 'Handling', '', 'term', 'handling', true, 1, false),
	('intel_add', 'conditions', 6, 'Grading', 'Conditions', 'Of handling code C: under what it may be shared.', 'text', null, false, 400, false),
	('intel_add', 'statement', 7, 'Grading', 'Fact or assessment', '', 'term', 'statement', true, 10, false),
	('intel_add', 'body', 8, 'What it says', 'Text', 'Sanitised; people by their references.', 'block', null, true, 8000, false),
	('person_add', 'person_ref', 1, '', 'Person', 'Pseudonymous reference; never a name.', 'reference', null, true, 32, false),
	('person_add', 'category', 2, '', 'Is', 'A person may be more than one thing to a line: link them once for each.', 'term', 'person_category', true, 20, false),
	('person_add', 'child', 3, '', 'Child', 'Under eighteen.', 'flag', null, true, 3, false),
	('person_add', 'since', 4, '', 'Since', 'First day known.', 'date', null, true, 10, true),
	('person_add', 'statement', 5, '', 'Fact or assessment', '', 'term', 'statement', true, 10, false),
	('person_add', 'basis', 6, '', 'Rests on', 'What it rests on, with the source.', 'text', null, true, 400, false),
	('person_end', 'person_ref', 1, '', 'Person', 'Pseudonymous reference.', 'reference', null, true, 32, false),
	('person_end', 'category', 2, '', 'Was', '', 'term', 'person_category', true, 20, false),
	('person_end', 'until', 3, '', 'Until', 'Last day.', 'date', null, true, 10, true),
	('person_end', 'reason', 4, '', 'Reason', 'Why.', 'block', null, true, 2000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
