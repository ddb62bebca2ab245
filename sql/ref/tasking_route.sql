-- SPDX-License-Identifier: MIT
insert into ref.tasking_route (code, label, position, raisers, authorisers, answer_days) values
	('local', 'Local NPU', 1, '{analyst,lro,supervisor}', '{analyst,supervisor}', 2),
	('force', 'Force (SOCEx)', 2, '{analyst,lro,supervisor}', '{supervisor}', 3),
	('regional', 'Regional', 3, '{analyst,supervisor}', '{supervisor}', 5),
	('national', 'National', 4, '{supervisor}', '{supervisor}', 5)
on conflict (code) do update set label = excluded.label, position = excluded.position, raisers = excluded.raisers,
	authorisers = excluded.authorisers, answer_days = excluded.answer_days;
