-- SPDX-License-Identifier: MIT
-- Operations a tasking can belong to.
insert into ref.operation (code, label, position) values
	('Skyclash', 'Skyclash (safeguarding)', 1),
	('Ferrari', 'Ferrari (roads)', 2)
on conflict (code) do update set label = excluded.label, position = excluded.position;
