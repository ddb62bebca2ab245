-- SPDX-License-Identifier: MIT
-- The open ones count on their line. A draft is nobody's to do yet.
insert into ref.tasking_state (code, label, is_open, position) values
	('draft', 'Draft', false, 1),
	('submitted', 'Submitted', true, 2),
	('authorised', 'Authorised', true, 3),
	('refused', 'Refused', false, 4),
	('offered', 'Offered to the unit', true, 5),
	('declined', 'Declined by the unit', true, 6),
	('returned', 'Returned for clarification', true, 7),
	('accepted', 'Accepted', true, 8),
	('in-progress', 'In progress', true, 9),
	('result', 'Result recorded', true, 10),
	('reviewed', 'Reviewed', true, 11),
	('complete', 'Complete', false, 12),
	('cancelled', 'Cancelled', false, 13)
on conflict (code) do update set label = excluded.label, is_open = excluded.is_open, position = excluded.position;
