-- SPDX-License-Identifier: MIT
insert into ref.decision (code, label, help, roles, line_step, reviewed, defers, asks, position) values
	('adopt', 'Adopt', 'What is proposed is done: the line is worked, the score taken up, the tasking raised.', '{supervisor,analyst}', null, true, false, '', 1),
	('not-adopt', 'Not adopt', 'What is proposed is not done.', '{supervisor,analyst}', null, true, false, '', 2),
	('monitor', 'Monitor', 'It stays as it is and is watched.', '{supervisor,analyst}', null, true, false, '', 3),
	('develop', 'Develop', 'More is found out first: a tasking says what and by whom.', '{supervisor,analyst}', null, true, false, 'tasking', 4),
	('refer', 'Refer', 'It goes to another force, unit or partner, who is named.', '{supervisor,analyst}', null, true, false, 'referred_to', 5),
	('defer', 'Defer', 'It goes to the next review, with the reason.', '{supervisor,analyst}', null, false, true, '', 6),
	('close', 'Close', 'The line leaves the grid without an outcome.', '{supervisor}', 'line_close', true, false, '', 7),
	('keep', 'Keep', 'The line was looked at and stays on the grid.', '{supervisor,analyst}', 'line_keep', true, false, '', 8)
on conflict (code) do update set label = excluded.label, help = excluded.help, roles = excluded.roles, line_step = excluded.line_step,
	reviewed = excluded.reviewed, defers = excluded.defers, asks = excluded.asks, position = excluded.position;
