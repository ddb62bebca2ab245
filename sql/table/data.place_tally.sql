-- SPDX-License-Identifier: MIT
-- Corridors, the map and bands over weeks are read from here: over a million lines they cannot be counted afresh.
-- What decides who sees a line stands in the key, so that sums can be taken of what the caller may see;
-- data.place_sums() knows the rest. Nothing that changes with every tasking stands here.
create table data.place_tally (
	holder_force text collate "C" not null,
	shared boolean not null,
	restricted boolean not null,
	export_force text collate "C" not null,
	export_unit text collate "C" not null,
	area text collate "C" not null,
	band text collate "C" not null,
	born date not null,
	n int not null,
	primary key (holder_force, shared, restricted, export_force, export_unit, area, band, born)
);
comment on table data.place_tally is 'How many open lines are run from a place, and how many of them sell in another, kept by triggers';
comment on column data.place_tally.holder_force is 'As in data.line';
comment on column data.place_tally.shared is 'As in data.line';
comment on column data.place_tally.restricted is 'As in data.line';
comment on column data.place_tally.export_force is 'As in data.line';
comment on column data.place_tally.export_unit is 'export_npu of data.line; empty where none is known';
comment on column data.place_tally.area is 'Where they sell; empty: the lines themselves, each once';
comment on column data.place_tally.band is 'Of the lines themselves their band, empty without a score; empty for where they sell';
comment on column data.place_tally.born is 'Of the lines themselves the Monday before they were recorded; -infinity for where they sell';
comment on column data.place_tally.n is 'Lines';
