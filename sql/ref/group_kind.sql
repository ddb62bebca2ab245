-- SPDX-License-Identifier: MIT
-- Kinds of groups.
insert into ref.group_kind (code, label, position) values
	('OCG', 'Organised crime group', 1),
	('USG', 'Urban street gang', 2)
on conflict (code) do update set label = excluded.label, position = excluded.position;
