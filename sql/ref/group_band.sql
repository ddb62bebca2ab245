-- SPDX-License-Identifier: MIT
-- The mapping's bands are not public; four steps are a start that a force may change.
insert into ref.group_band (code, label, position) values
	('1', 'Band 1, highest', 1),
	('2', 'Band 2', 2),
	('3', 'Band 3', 3),
	('4', 'Band 4, lowest', 4)
on conflict (code) do update set label = excluded.label, position = excluded.position;
