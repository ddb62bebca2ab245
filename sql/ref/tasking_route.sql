-- SPDX-License-Identifier: MIT
-- The three ways.
insert into ref.tasking_route (code, label, position) values
	('local', 'Local', 1),
	('force', 'Force (SOCEx)', 2),
	('regional', 'Regional', 3)
on conflict (code) do update set label = excluded.label, position = excluded.position;
