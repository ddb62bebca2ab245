-- SPDX-License-Identifier: MIT
-- What the plan is made from. Nothing is drawn by chance: the same number always gives the same line.
-- Brands and names are invented.
create function pg_temp.pick(i int, salt text, n int) returns int
language sql immutable
as $$
	select ('x' || substr(md5(salt || ':' || i), 1, 7))::bit(28)::int % n
$$;
create function pg_temp.pick(i int, salt text, words text[]) returns text
language sql immutable
as $$
	select words[1 + pg_temp.pick(i, salt, cardinality(words))]
$$;

create temporary table demo_brand as
	select array['Copper', 'Tin', 'Amber', 'Slate', 'Chalk', 'Velvet', 'Crimson', 'Dusty', 'Quiet', 'Crooked',
			'Hollow', 'Brisk', 'Northern', 'Paper', 'Salty', 'Spare', 'Thirsty', 'Lucky', 'Sunday', 'Misty',
			'Plain', 'Olive', 'Wandering', 'Double'] as first,
		array['Kettle', 'Lantern', 'Ferret', 'Anvil', 'Thimble', 'Bramble', 'Spindle', 'Teasel', 'Gasket',
			'Trowel', 'Plover', 'Sextant', 'Bobbin', 'Marmot', 'Pylon', 'Quill', 'Tinder', 'Rivet', 'Oriole',
			'Ladle', 'Walnut', 'Cobble', 'Drumlin', 'Sprocket'] as second;

-- Names as people do write them: accents, apostrophes, other scripts, wide characters, one that is long.
create temporary table demo_odd_name (i int primary key, name text not null);
insert into demo_odd_name values
	(4, 'Nan''s Kettle'), (9, 'O''Thimble'), (15, 'Café Nocturne'), (22, 'Żółta Łyżka'), (31, '茶壶'),
	(38, 'Ölkanne'), (44, 'Naïve Plover'), (53, 'Ďáblík'), (61, 'Σπίθα'), (70, 'ਸਤਰੰਗੀ'),
	(78, 'The Line That Was Called Something Much Longer Last Year'), (86, '7/11 "Late"'), (94, 'D&D; Ltd'),
	(101, 'ſpindle & Daughter'), (112, 'Ночь'), (119, 'پتنگ'),
	(88, 'Chalk Spindles'), (143, 'Misty Drumlin'), (368, 'Copper Sextants'), (369, 'Northern Ladel'); -- see demo_part

-- Where lines are exported from: how many are open at the end, and how many were closed in the year.
-- Birmingham and Coventry together hold just over half of the region.
create temporary table demo_export (
	position int primary key, force text, npu text, lro text, prefix text, n_open int, n_closed int);
insert into demo_export values
	(1, 'West Midlands', 'BE', 'lro_be', 'WM', 44, 47), (2, 'West Midlands', 'BW', 'lro_bw', 'WM', 32, 35),
	(3, 'West Midlands', 'CV', 'lro_cv', 'WM', 17, 19), (4, 'West Midlands', 'DY', 'lro_dy', 'WM', 8, 9),
	(5, 'West Midlands', 'SW', 'lro_sw', 'WM', 13, 14), (6, 'West Midlands', 'SH', 'lro_sh', 'WM', 6, 8),
	(7, 'West Midlands', 'WS', 'lro_ws', 'WM', 11, 12), (8, 'West Midlands', 'WV', 'lro_wv', 'WM', 17, 18),
	(9, 'Staffordshire', null, null, 'ST', 12, 10), (10, 'Warwickshire', null, null, 'WK', 8, 8),
	(11, 'West Mercia', null, null, 'WC', 12, 10);

-- What a unit is asked to do.
create temporary table demo_job (n int primary key, title text, unit text, route text, operation text);
insert into demo_job values
	(0, 'Subscriber and billing checks', 'CLTF', 'force', null),
	(1, 'Download of the seized handset', 'DF', 'force', null),
	(2, 'Visit the cuckooed address', 'NPU', 'local', 'Skyclash'),
	(3, 'Cell-site analysis of the last month', 'INT', 'force', null),
	(4, 'Stop the courier on the corridor', 'CMPG', 'regional', 'Ferrari'),
	(5, 'Safeguarding visit with children''s services', 'NPU', 'local', 'Skyclash'),
	(6, 'Research the controlling group', 'FPVT', 'force', null),
	(7, 'Disruption plan for the export address', 'NPU', 'local', null),
	(8, 'Regional deconfliction', 'WMROCU', 'regional', null),
	(9, 'Statement on packaging and price', 'DEW', 'force', null);

-- When somebody gets round to entering what happened on a day.
create function pg_temp.entered(on_day date, later int) returns timestamptz
language sql immutable
as $$
	select least(on_day + later + time '16:30', timestamp '2022-12-30 15:30') at time zone 'Europe/London'
$$;
