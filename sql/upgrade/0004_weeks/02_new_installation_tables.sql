-- In the time of the force, whatever the session's.
create or replace view ref.clock as
	select now() + s.shift as at, ((now() + s.shift) at time zone 'Europe/London')::date as today,
		date_trunc('week', now() + s.shift, 'Europe/London') as week_start,
		((now() + s.shift) at time zone 'Europe/London')::date - s.stale_days as stale_before
	from ref.setting s;
comment on view ref.clock is 'The business clock: the training clock where one runs, else now';
comment on column ref.clock.at is 'Now';
comment on column ref.clock.today is 'The day';
comment on column ref.clock.week_start is 'Monday 00:00 of the ISO week';
comment on column ref.clock.stale_before is 'Nothing heard since before this day: stale';
-- `during` stands first, so that a column added to data.crime_group is added here at the end, too.
create table data.group_history (
	during tstzrange not null,
	like data.crime_group including comments
);
create index group_history_group on data.group_history (group_id, lower(during));
comment on table data.group_history is 'Superseded versions of data.crime_group; columns as there';
comment on column data.group_history.during is 'Business time in which the version held';
-- What the summary, the dashboard and the board's figures would have to count over all lines and events. Who may
-- see what was counted stands in the key, so that sums can be taken of what the caller sees: data.tally_seen().
-- A tally is the sum of its rows here and in data.tally_change. The row without a name is the turn to fold.
create table data.tally (
	tally text collate "C" not null,
	day date not null,
	since date not null,
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
	primary key (tally, day, since, holder_force, shared, restricted, unit, a, b, c)
);
insert into data.tally values ('', '-infinity', '-infinity', '', false, false, '', '', '', '', 0, 0, 0);
comment on table data.tally is 'Counts of lines and events, kept by triggers';
comment on column data.tally.tally is 'Which: data.tally_cells() and data.event_cells() say what each holds';
comment on column data.tally.day is 'The day it is of; -infinity where it is of none';
comment on column data.tally.since is 'The day from which it was known; -infinity where that is not asked';
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
-- Rows are added only, so that no writer waits for another over a count; data.tally_fold() takes them away.
create table data.tally_change (like data.tally including comments);
comment on table data.tally_change is 'What is to be added to data.tally';
create view data.tallied as
	select * from data.tally
	union all
	select * from data.tally_change;
comment on view data.tallied is 'The tallies: of each key the sum of its rows';
-- Beside the figures of data.review_figure: those of the board paper, by their ids, as the close counted them.
create table data.review_board (
	review_id uuid not null references data.review,
	position int not null,
	id text collate "C" not null,
	label text not null,
	unit text not null,
	population text not null,
	period text not null,
	from_day date not null,
	to_day date not null,
	value text not null,
	amount numeric,
	counts numeric,
	base numeric,
	definition text not null,
	primary key (review_id, id)
);
comment on table data.review_board is 'Figures of the board paper as they were when a review was closed';
comment on column data.review_board.review_id is 'Review';
comment on column data.review_board.position is 'Order';
comment on column data.review_board.id is 'ref.figure; kept even where that goes';
comment on column data.review_board.label is 'What a person reads';
comment on column data.review_board.unit is 'What is counted';
comment on column data.review_board.population is 'Whose doing it is';
comment on column data.review_board.period is 'The stretch in words, and whether it was over';
comment on column data.review_board.from_day is 'First day counted';
comment on column data.review_board.to_day is 'Last day counted';
comment on column data.review_board.value is 'As it was printed; small numbers of people are not';
comment on column data.review_board.amount is 'The number; null where there was nothing to count from';
comment on column data.review_board.counts is 'What was counted';
comment on column data.review_board.base is 'What it is a share of';
comment on column data.review_board.definition is 'Version of the rule it was counted by';
