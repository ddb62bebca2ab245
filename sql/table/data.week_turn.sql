-- SPDX-License-Identifier: MIT
create table data.week_turn (
	force text collate "C" primary key references ref.force,
	week_start timestamptz not null
);
comment on table data.week_turn is 'Which week data.week_rank holds, a grid';
comment on column data.week_turn.force is 'Whose grid';
comment on column data.week_turn.week_start is 'Monday 00:00 of that ISO week';
