-- SPDX-License-Identifier: MIT
create table data.rank_tally (
	grid_part text collate "C" not null,
	sort_score int not null,
	sort_seen int not null,
	n int not null,
	primary key (grid_part, sort_score, sort_seen)
);
comment on table data.rank_tally is 'The same within a score, by the day last seen';
comment on column data.rank_tally.grid_part is 'As in data.line';
comment on column data.rank_tally.sort_score is 'As in data.line';
comment on column data.rank_tally.sort_seen is 'As in data.line';
comment on column data.rank_tally.n is 'Lines';
