-- SPDX-License-Identifier: MIT
-- From a proposal to a signed score.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('assess_propose', 'Propose a score', 'Factor by factor, with the scores signed before beside them. An analyst moderates it, a supervisor signs it.',
		'line', '{lro,analyst}', 'held', true, true, true, 30),
	('external_add', 'Record an external score', 'What MoRiLE or OCG mapping gave, with date and assessor; never computed here.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 31),
	('external_group_add', 'Record an external score', 'What OCG mapping or MoRiLE gave the group, with date and assessor.',
		'group', '{analyst,supervisor}', 'held', false, false, false, 31),
	('assess_moderate', 'Moderate the proposed score', 'Another analyst looks at each factor and puts right what does not hold.',
		'assessment', '{analyst}', 'held', true, true, true, 1),
	('assess_second', 'Score it a second time', 'By yourself: what the first scorer gave is not shown.',
		'assessment', '{analyst,lro,supervisor}', 'held', true, true, true, 2),
	('assess_sign', 'Sign the score', 'It becomes the score of the line and can never be changed, only followed by a new one.',
		'assessment', '{supervisor}', 'held', false, true, false, 3),
	('assess_return', 'Return it to the proposer', 'With the reason; the proposer can propose anew from what was given.',
		'assessment', '{analyst,supervisor}', 'held', false, false, false, 4),
	('assess_withdraw', 'Withdraw the proposal', 'By who proposed it.',
		'assessment', '{analyst,lro}', 'held', false, false, false, 5)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('assess_propose', 'rationale', 1, '', 'In short', 'What the score rests on as a whole, for the meeting.', 'block', null, true, 4000, false),
	('assess_moderate', 'rationale', 1, '', 'In short', 'What was changed and why, or that it holds.', 'block', null, true, 4000, false),
	('assess_sign', 'signed_on', 1, '', 'Signed on', 'Empty for today.', 'date', null, false, 10, true),
	('assess_sign', 'reason', 2, '', 'Reason', 'Why you sign it.', 'block', null, true, 2000, false),
	('assess_return', 'reason', 1, '', 'Reason', 'What does not hold, factor by factor.', 'block', null, true, 2000, false),
	('assess_withdraw', 'reason', 1, '', 'Reason', 'Why it is withdrawn.', 'block', null, true, 2000, false),
	('external_add', 'scheme', 1, '', 'Scheme', '', 'term', 'external_scheme', true, 40, false),
	('external_add', 'value', 2, '', 'Score or band', 'As it was given.', 'text', null, true, 40, false),
	('external_add', 'on', 3, '', 'Given on', '', 'date', null, true, 10, true),
	('external_add', 'assessor', 4, '', 'Assessor', 'The unit or person who gave it.', 'text', null, true, 120, false),
	('external_group_add', 'scheme', 1, '', 'Scheme', '', 'term', 'external_scheme', true, 40, false),
	('external_group_add', 'value', 2, '', 'Score or band', 'As it was given.', 'text', null, true, 40, false),
	('external_group_add', 'on', 3, '', 'Given on', '', 'date', null, true, 10, false),
	('external_group_add', 'assessor', 4, '', 'Assessor', 'The unit or person who gave it.', 'text', null, true, 120, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
