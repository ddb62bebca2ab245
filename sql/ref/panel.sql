-- SPDX-License-Identifier: MIT
insert into ref.panel (code, title, population, span, rule, position) values
	('type1', 'Type 1 outcomes', 'programme', 'year',
		'Lines closed for good, provisional or verified, by the day they were closed; a revoked one no longer counts. Last year beside it.', 1),
	('charges', 'People charged', 'programme', 'year',
		'People charged with an offence that counts for Type 1, each once, in the month of their first such charge this year.', 2),
	('safeguarding', 'Safeguarded', 'programme', 'year',
		'People engaged with a statutory or funded service, each once, in the month they first engaged this year.', 3),
	('disruptions', 'Disruptions', 'programme', 'year',
		'Disruption events by the programme, by grade as the originator judged and by the 4 Ps.', 4),
	('arrests', 'Arrests', 'programme', 'year', 'Arrests by the taskforce (CLTF) that would not have happened without the programme, by month.', 5),
	('socex', 'SOCEx arrests', 'force-wide', 'year',
		'People arrested in disruption events of the whole force, those of them linked to drugs, and those with an outcome for drug trafficking.', 6),
	('disruptions_force', 'Disruptions', 'force-wide', 'year',
		'Disruption events of the whole force outside the programme, by grade and by the 4 Ps.', 7),
	('bands', 'Lines by band', 'lines', 'weeks', 'Open lines by band as they stood at the end of each Sunday, and now.', 8),
	('standing', 'Stale and overdue', 'lines', 'now', 'Open lines without news for too long, with late taskings, new this week or without a score.', 9),
	('closing', 'Identified to closed', 'programme', 'year',
		'Days from the first news of a line, or the day it was recorded if that was earlier, to its Type 1 closure, for the closures of this year.', 10)
on conflict (code) do update set title = excluded.title, population = excluded.population, span = excluded.span,
	rule = excluded.rule, position = excluded.position;
