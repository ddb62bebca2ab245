-- SPDX-License-Identifier: MIT
-- No list of line statuses is public; these are a start that a force may change.
insert into ref.line_status (code, label, is_open, position) values
	('reported', 'Reported', true, 1),
	('developing', 'Developing', true, 2),
	('active', 'Active', true, 3),
	('tasked', 'Tasked', true, 4),
	('under-enforcement', 'Under enforcement', true, 5),
	('dormant', 'Dormant', true, 6),
	('re-opened', 'Re-opened', true, 7),
	('closed-type1-provisional', 'Closed, Type 1 provisional', false, 8),
	('closed-type1-verified', 'Closed, Type 1 verified', false, 9),
	('closed-type2', 'Closed, Type 2', false, 10),
	('closed-other', 'Closed, other', false, 11),
	('merged', 'Merged', false, 12)
on conflict (code) do update set label = excluded.label, is_open = excluded.is_open, position = excluded.position;
