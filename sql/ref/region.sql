-- SPDX-License-Identifier: MIT
-- Regions that share a grid.
insert into ref.region (code, label) values
	('West Midlands', 'West Midlands region')
on conflict (code) do update set label = excluded.label;
