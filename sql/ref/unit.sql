-- SPDX-License-Identifier: MIT
-- The eight neighbourhood policing units of West Midlands ended on 2 April 2023; seven local policing
-- areas follow them, under codes of their own, since some ground changed hands.
insert into ref.unit (code, label, kind, force, position, valid_from, valid_to) values
	('BE', 'Birmingham East', 'npu', 'West Midlands', 1, '-infinity', '2023-04-02'),
	('BW', 'Birmingham West', 'npu', 'West Midlands', 2, '-infinity', '2023-04-02'),
	('CV', 'Coventry', 'npu', 'West Midlands', 3, '-infinity', '2023-04-02'),
	('DY', 'Dudley', 'npu', 'West Midlands', 4, '-infinity', '2023-04-02'),
	('SW', 'Sandwell', 'npu', 'West Midlands', 5, '-infinity', '2023-04-02'),
	('SH', 'Solihull', 'npu', 'West Midlands', 6, '-infinity', '2023-04-02'),
	('WS', 'Walsall', 'npu', 'West Midlands', 7, '-infinity', '2023-04-02'),
	('WV', 'Wolverhampton', 'npu', 'West Midlands', 8, '-infinity', '2023-04-02'),
	('LBM', 'Birmingham LPA', 'lpa', 'West Midlands', 11, '2023-04-03', 'infinity'),
	('LCV', 'Coventry LPA', 'lpa', 'West Midlands', 12, '2023-04-03', 'infinity'),
	('LDY', 'Dudley LPA', 'lpa', 'West Midlands', 13, '2023-04-03', 'infinity'),
	('LSW', 'Sandwell LPA', 'lpa', 'West Midlands', 14, '2023-04-03', 'infinity'),
	('LSH', 'Solihull LPA', 'lpa', 'West Midlands', 15, '2023-04-03', 'infinity'),
	('LWS', 'Walsall LPA', 'lpa', 'West Midlands', 16, '2023-04-03', 'infinity'),
	('LWV', 'Wolverhampton LPA', 'lpa', 'West Midlands', 17, '2023-04-03', 'infinity'),
	('CLTF', 'County Lines Taskforce', 'taskforce', 'West Midlands', 21, '2022-04-01', 'infinity'),
	('FPVT', 'Force Priorities and Vulnerability Team', 'team', 'West Midlands', 22, '-infinity', 'infinity'),
	('WMROCU', 'West Midlands Regional Organised Crime Unit', 'rocu', null, 23, '-infinity', 'infinity'),
	('CMPG', 'Central Motorway Police Group', 'roads', null, 24, '-infinity', 'infinity'),
	('DF', 'Digital Forensics', 'capability', 'West Midlands', 31, '-infinity', 'infinity'),
	('INT', 'Intelligence', 'capability', 'West Midlands', 32, '-infinity', 'infinity'),
	('DEW', 'Drug Expert Witness', 'capability', 'West Midlands', 33, '-infinity', 'infinity')
on conflict (code) do update set label = excluded.label, kind = excluded.kind, force = excluded.force,
	position = excluded.position, valid_from = excluded.valid_from, valid_to = excluded.valid_to;
