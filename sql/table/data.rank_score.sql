-- SPDX-License-Identifier: MIT
create table data.rank_score (
	grid_part text collate "C" not null,
	sort_score int not null,
	n int not null,
	primary key (grid_part, sort_score)
);
comment on table data.rank_score is 'How many open scored lines a score has: ranks are counted from here, not from the lines';
comment on column data.rank_score.grid_part is 'As in data.line';
comment on column data.rank_score.sort_score is 'As in data.line';
comment on column data.rank_score.n is 'Lines';
