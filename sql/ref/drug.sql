-- SPDX-License-Identifier: MIT
-- Names in files are lower-case words.
insert into ref.drug (code, label, class, position) values
	('heroin', 'Heroin', 'A', 1),
	('crack cocaine', 'Crack cocaine', 'A', 2),
	('powder cocaine', 'Powder cocaine', 'A', 3),
	('MDMA', 'MDMA', 'A', 4),
	('cannabis', 'Cannabis', 'B', 5),
	('amphetamine', 'Amphetamine', 'B', 6),
	('ketamine', 'Ketamine', 'B', 7),
	('synthetic cannabinoids', 'Synthetic cannabinoids', 'B', 8),
	('benzodiazepines', 'Benzodiazepines', 'C', 9),
	('pregabalin', 'Pregabalin', 'C', 10)
on conflict (code) do update set label = excluded.label, class = excluded.class, position = excluded.position;
