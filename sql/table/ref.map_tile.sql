-- SPDX-License-Identifier: MIT
-- Not to scale: who borders on whom, as far as squares can say it.
create table ref.map_tile (
	code text collate "C" primary key,
	map_row int not null check (map_row between 0 and 19),
	map_col int not null check (map_col between 0 and 19)
);
comment on table ref.map_tile is 'Where units and forces stand on the map of tiles';
comment on column ref.map_tile.code is 'ref.unit or ref.force';
comment on column ref.map_tile.map_row is 'From the north';
comment on column ref.map_tile.map_col is 'From the west';
