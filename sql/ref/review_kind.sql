-- SPDX-License-Identifier: MIT
insert into ref.review_kind (code, label, position) values
	('carried', 'Deferred from last time', 1),
	('late', 'Taskings late or carried forward', 2),
	('check-back', 'Check-backs due', 3),
	('ratify', 'Outcomes to ratify', 4),
	('sign', 'Assessments awaiting signature', 5),
	('same', 'May be one line', 6),
	('order', 'Restriction orders due', 7),
	('new', 'New lines', 8),
	('mover', 'Moved since last time', 9),
	('top', 'Greatest threat', 10),
	('stale', 'Overdue for review or stale', 11),
	('other', 'Any other business', 12)
on conflict (code) do update set label = excluded.label, position = excluded.position;
