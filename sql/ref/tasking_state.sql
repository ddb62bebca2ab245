-- SPDX-License-Identifier: MIT
-- The open ones count on their line.
insert into ref.tasking_state (code, label, is_open, position) values
	('draft', 'Draft', false, 1),
	('submitted', 'Submitted', true, 2),
	('adopted', 'Adopted', true, 3),
	('monitor', 'Monitor', true, 4),
	('develop', 'Develop', true, 5),
	('referred', 'Referred', true, 6),
	('deferred', 'Deferred', true, 7),
	('not-adopted', 'Not adopted', false, 8),
	('complete', 'Complete', false, 9),
	('cancelled', 'Cancelled', false, 10)
on conflict (code) do update set label = excluded.label, is_open = excluded.is_open, position = excluded.position;
