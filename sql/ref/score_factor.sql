-- SPDX-License-Identifier: MIT
-- LTS-1, the local threat score. It is ours: never call it MoRiLE or OCGM, which are recorded beside it.
insert into ref.score_model (code, label, valid_from) values
	('LTS-1', 'Local threat score, version 1', '2022-04-01')
on conflict (code) do update set label = excluded.label;
insert into ref.score_factor (model, code, label, weight, scale_max, position) values
	('LTS-1', 'children', 'Children exploited', 5, 5, 1),
	('LTS-1', 'vulnerable', 'Vulnerable adults', 4, 5, 2),
	('LTS-1', 'cuckooing', 'Cuckooing', 3, 5, 3),
	('LTS-1', 'weapons', 'Weapons and violence', 5, 5, 4),
	('LTS-1', 'class_a', 'Class A supply', 3, 5, 5),
	('LTS-1', 'reach', 'Reach across borders', 2, 5, 6),
	('LTS-1', 'group', 'Group behind it', 3, 5, 7),
	('LTS-1', 'community', 'Effect on the community', 2, 5, 8)
on conflict (model, code) do update set label = excluded.label, weight = excluded.weight,
	scale_max = excluded.scale_max, position = excluded.position;
