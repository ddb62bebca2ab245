-- SPDX-License-Identifier: MIT
-- What may be done to a line as a whole, and to two lines that may be one.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('line_add', 'Identify a new line', 'Puts a line on the grid. What may be the same line is looked for as you type.',
		'none', '{analyst,lro,supervisor}', 'held', true, true, false, 1),
	('line_edit', 'Edit the line', 'Changes what is known of the line; the version before stays in its history.',
		'line', '{analyst,lro,supervisor}', 'held', true, true, false, 10),
	('line_numbers', 'Add a number', 'Adds a telephone number or another identifier of the line.',
		'line', '{analyst,lro,supervisor}', 'held', false, false, false, 20),
	('number_state', 'Say what became of a number', 'In use, silent, disabled, or somebody else''s by now.',
		'line', '{analyst,lro,supervisor}', 'held', false, false, false, 21),
	('line_keep', 'Keep on the grid', 'The line was looked at and stays: it is reviewed as of today.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 80),
	('line_dormant', 'Make dormant', 'The line has fallen silent; it stays on the grid as dormant.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 81),
	('line_wake', 'Wake from dormant', 'The line sells again.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 82),
	('line_close', 'Close without an outcome', 'Takes the line off the grid. Type 1 and Type 2 closures have steps of their own.',
		'line', '{supervisor}', 'held', false, false, false, 83),
	('line_reopen', 'Reopen', 'Puts a closed line back on the grid.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 84),
	('line_unmerge', 'Undo the merge', 'Makes a merged line a line of its own again; the merge stays in the history.',
		'line', '{supervisor}', 'held', false, false, false, 85),
	('deconflict_different', 'They are different', 'Two lines after all: both can be tasked.',
		'deconfliction', '{analyst,supervisor}', 'held', false, false, false, 1),
	('deconflict_same', 'They are the same', 'One line under two names, to be merged; neither is tasked until then.',
		'deconfliction', '{analyst,supervisor}', 'held', false, false, false, 2),
	('deconflict_merge', 'Merge them', 'One goes on, the other leaves the grid; both histories stay, and it can be undone.',
		'deconfliction', '{supervisor}', 'held', false, false, false, 3)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
select s.step, f.*
from (values ('line_add'), ('line_edit')) s (step)
cross join (values
	('name', 10, 'What it is', 'Name', 'The brand it sells under, as in its messages; empty if it has none.', 'text', null, false, 120, false),
	('aliases', 11, 'What it is', 'Also known as', 'Other names, separated by ;', 'texts', null, false, 2000, false),
	('status', 12, 'What it is', 'Status', 'Closing a line has steps of its own.', 'term', 'status', true, 40, false),
	('bulk_marketing', 13, 'What it is', 'Bulk messages', 'Does it send bulk messages offering Class A?', 'flag', null, false, 3, false),
	('drugs', 14, 'What it is', 'Sells', 'Drugs, separated by ;', 'terms', 'drug', false, 1000, false),
	('export_force', 20, 'Where', 'Run from force', 'The force whose area it is run from.', 'term', 'force', true, 60, false),
	('export_npu', 21, 'Where', 'Run from NPU', 'The neighbourhood policing unit, where it is known.', 'term', 'npu', false, 10, false),
	('imports', 22, 'Where', 'Sells in', 'Forces and areas, separated by ;', 'terms', 'location', false, 4000, false),
	('first_seen', 30, 'When and who', 'First seen', 'Day of the first intelligence, like 2022-12-31.', 'date', null, true, 10, false),
	('last_seen', 31, 'When and who', 'Last seen', 'Day of the latest intelligence; empty for the same day.', 'date', null, false, 10, false),
	('lro', 32, 'When and who', 'LRO', 'Who answers for it in its unit.', 'term', 'lro', false, 63, false),
	('groups', 33, 'When and who', 'Groups behind it', 'References of OCGs and USGs, separated by ;', 'groups', null, false, 2000, false),
	('successor_of', 34, 'When and who', 'Goes on from', 'Reference of the closed line that this one takes over from.', 'reference', null, false, 32, false),
	('numbers', 40, 'Numbers to add', 'Numbers', 'Telephone numbers, separated by ; those it has already stand in its dossier.', 'phones', null, false, 4000, false)
) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
values
	('line_add', 'line_ref', 1, 'What it is', 'Reference', 'Empty for the next free one of the force.', 'reference', null, false, 32, false),
	('line_numbers', 'number', 1, '', 'Number', 'A telephone number like 07700 900123, or another identifier.', 'text', null, true, 40, false),
	('line_numbers', 'kind', 2, '', 'Kind', 'What sort of identifier it is; empty for a telephone number.', 'term', 'number_kind', false, 20, false),
	('line_numbers', 'first_seen', 3, '', 'First seen', 'Day it was first known to be this line''s.', 'date', null, true, 10, true),
	('number_state', 'number', 1, '', 'Number', 'One of the numbers of this line.', 'text', null, true, 40, false),
	('number_state', 'state', 2, '', 'Is now', '', 'term', 'number_state', true, 20, false),
	('number_state', 'on', 3, '', 'Since', 'Day it was known.', 'date', null, true, 10, true),
	('number_state', 'reason', 4, '', 'How it is known', 'What it rests on, with the source.', 'block', null, true, 2000, false),
	('line_keep', 'reason', 1, '', 'Reason', 'Why it stays: what was looked at and what is still expected of it.', 'block', null, true, 2000, false),
	('line_dormant', 'reason', 1, '', 'Reason', 'Since when it is silent, and how that is known.', 'block', null, true, 2000, false),
	('line_wake', 'reason', 1, '', 'Reason', 'What was heard.', 'block', null, true, 2000, false),
	('line_close', 'reason', 1, '', 'Reason', 'Why it leaves the grid without an outcome.', 'block', null, true, 2000, false),
	('line_reopen', 'reason', 1, '', 'Reason', 'What shows that it sells again.', 'block', null, true, 2000, false),
	('line_unmerge', 'reason', 1, '', 'Reason', 'Why it was not the same line after all.', 'block', null, true, 2000, false),
	('deconflict_different', 'rationale', 1, '', 'Rationale', 'What shows that they are two: holders, numbers, places.', 'block', null, true, 4000, false),
	('deconflict_same', 'rationale', 1, '', 'Rationale', 'What shows that they are one.', 'block', null, true, 4000, false),
	('deconflict_merge', 'into_ref', 1, '', 'Goes on', 'Reference of the one that stays on the grid.', 'reference', null, true, 32, false),
	('deconflict_merge', 'rationale', 2, '', 'Rationale', 'What shows that they are one, and why this one goes on.', 'block', null, true, 4000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
