-- SPDX-License-Identifier: MIT
-- Every force is an import location, and so is what intelligence knows no better.
insert into ref.area (code, label, kind, position)
select code, label, 'force', position from ref.force
on conflict (code) do update set label = excluded.label, position = excluded.position;
insert into ref.area (code, label, kind, position) values
	('South coast', 'South coast', 'area', 101),
	('South West', 'South West', 'area', 102),
	('East Anglia', 'East Anglia', 'area', 103),
	('North Wales coast', 'North Wales coast', 'area', 104),
	('Unknown', 'Not known', 'area', 199)
on conflict (code) do update set label = excluded.label, position = excluded.position;
