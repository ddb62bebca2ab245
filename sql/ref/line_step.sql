-- SPDX-License-Identifier: MIT
-- What may be done to a line as a whole.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('line_keep', 'Keep on the grid', 'Says that the line was looked at and stays: it is reviewed as of today.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 50)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('line_keep', 'reason', 1, '', 'Reason', 'Why it stays: what was looked at and what is still expected of it.',
		'block', null, true, 2000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
