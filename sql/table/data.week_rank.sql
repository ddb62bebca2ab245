-- SPDX-License-Identifier: MIT
create table data.week_rank (
	force text collate "C" not null,
	line_id uuid not null,
	rank bigint not null,
	primary key (force, line_id)
);
comment on table data.week_rank is 'Ranks at the start of this week; gone over by the turn of the week';
comment on column data.week_rank.force is 'Whose grid';
comment on column data.week_rank.line_id is 'Line, which may be gone since';
comment on column data.week_rank.rank is 'Its rank then';
