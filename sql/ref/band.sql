-- SPDX-License-Identifier: MIT
-- Bands of the local threat score.
insert into ref.band (code, label, min_score, position) values
	('critical', 'Critical', 80, 1),
	('high', 'High', 60, 2),
	('medium', 'Medium', 40, 3),
	('low', 'Low', 0, 4)
on conflict (code) do update set label = excluded.label, min_score = excluded.min_score, position = excluded.position;
