-- SPDX-License-Identifier: MIT
-- A local policing area stands where most of its ground was before.
insert into ref.map_tile (code, map_row, map_col) values
	('Staffordshire', 0, 2), ('WV', 1, 1), ('WS', 1, 2), ('West Mercia', 2, 0), ('DY', 2, 1), ('SW', 2, 2), ('BW', 2, 3),
	('BE', 2, 4), ('SH', 3, 4), ('CV', 3, 5), ('Warwickshire', 4, 5),
	('LWV', 1, 1), ('LWS', 1, 2), ('LDY', 2, 1), ('LSW', 2, 2), ('LBM', 2, 3), ('LSH', 3, 4), ('LCV', 3, 5)
on conflict (code) do update set map_row = excluded.map_row, map_col = excluded.map_col;
