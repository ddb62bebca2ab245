-- SPDX-License-Identifier: MIT
-- What the summary, the dashboard and the board's figures would have to count over all lines and events. Who may
-- see what was counted stands in the key, so that sums can be taken of what the caller sees: data.tally_seen().
-- A tally is the sum of its rows here and in data.tally_change. The row without a name is the turn to fold.
create table data.tally (
	tally text collate "C" not null,
	day date not null,
	holder_force text collate "C" not null,
	shared boolean not null,
	restricted boolean not null,
	unit text collate "C" not null,
	a text collate "C" not null,
	b text collate "C" not null,
	c text collate "C" not null,
	n bigint not null,
	x bigint not null,
	y bigint not null,
	primary key (tally, day, holder_force, shared, restricted, unit, a, b, c)
);
insert into data.tally values ('', '-infinity', '', false, false, '', '', '', '', 0, 0, 0);
comment on table data.tally is 'Counts of lines and events, kept by triggers';
comment on column data.tally.tally is 'Which: data.tally_cells() and data.event_cells() say what each holds';
comment on column data.tally.day is 'The day it is of; -infinity where it is of none';
comment on column data.tally.holder_force is 'Of the line, as in data.line; empty without one';
comment on column data.tally.shared is 'Of the line; true without one: the staff of forces are told';
comment on column data.tally.restricted is 'Of the line';
comment on column data.tally.unit is 'export_npu of the line; empty where none is known';
comment on column data.tally.a is 'What it is of';
comment on column data.tally.b is 'What it is of, further';
comment on column data.tally.c is 'What it is of, still further';
comment on column data.tally.n is 'How many';
comment on column data.tally.x is 'A second number of theirs';
comment on column data.tally.y is 'A third';
