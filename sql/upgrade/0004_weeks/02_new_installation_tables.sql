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
-- What may be done to the weekly reviews and to the items of their agendas.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('review_series_add', 'Set up a weekly review', 'A meeting that comes back every week; each makes its next.', 'none', '{supervisor}', 'held', false, false, false, 90),
	('review_prepare', 'Prepare a review', 'The meeting of a week, with the agenda that the grid makes.', 'none', '{analyst,supervisor}', 'held', true, false, false, 91),
	('review_refresh', 'Build the agenda again', 'From how things stand now; what was added or deferred to it stays.', 'review', '{analyst,supervisor}', 'held', false, false, false, 1),
	('review_open', 'Open the review', 'The meeting begins.', 'review', '{analyst,supervisor}', 'held', true, false, false, 2),
	('review_go', 'Go to an item', 'Takes the meeting there, and who follows the chair.', 'review', '{analyst,supervisor}', 'held', false, false, false, 3),
	('review_item_add', 'Add an item', 'Puts a line, a group or a subject on the agenda.', 'review', '{analyst,lro,supervisor}', 'held', false, false, false, 4),
	('review_attend', 'Say who is there', 'Attendance, as the minutes will have it.', 'review', '{analyst,supervisor}', 'held', true, false, false, 5),
	('review_chair', 'Hand over or delegate', 'Somebody else chairs, or may decide for the chair.', 'review', '{analyst,supervisor}', 'held', false, false, false, 6),
	('review_note', 'Add a note', 'To the meeting or to an item; late notes say that they are late.', 'review', '{analyst,lro,supervisor}', 'held', false, false, false, 7),
	('review_correct', 'Correct what was recorded', 'A new entry beside the old one, with the reason.', 'review', '{analyst,supervisor}', 'held', false, false, false, 8),
	('review_close', 'Close and freeze', 'Grid, decisions and figures stay as they are now; the next review is made.', 'review', '{analyst,supervisor}', 'held', false, false, false, 9),
	('review_decide', 'Decide', 'With the rationale, and a tasking in the same breath.', 'review_item', '{analyst,supervisor}', 'held', true, false, false, 1),
	('review_item_defer', 'Defer', 'To the next review, with the reason.', 'review_item', '{analyst,supervisor}', 'held', true, false, false, 2),
	('review_item_move', 'Move on the agenda', 'Another place in the order.', 'review_item', '{analyst,supervisor}', 'held', true, false, false, 3)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('review_series_add', 'name', 1, '', 'Name', 'What the meeting is called.', 'text', null, true, 60, false),
	('review_series_add', 'weekday', 2, '', 'Meets on', 'Day of the week.', 'term', 'weekday', true, 10, false),
	('review_series_add', 'chair', 3, '', 'Chair', 'Login of a supervisor.', 'term', 'chair', true, 63, false),
	('review_series_add', 'units', 4, '', 'Units', 'Who comes, separated by ;', 'terms', 'unit', false, 400, false),
	('review_series_add', 'top_n', 5, '', 'Greatest threats', 'So many lines by threat are always on the agenda; empty for ten.', 'number', null, false, 50, false),
	('review_prepare', 'series', 1, '', 'Review', 'Which of the weekly meetings.', 'term', 'review_series', true, 60, false),
	('review_prepare', 'week', 2, '', 'Week', 'ISO week, like 2022-W52.', 'text', null, true, 8, false),
	('review_prepare', 'meets_on', 3, '', 'Meets on', 'Empty for the usual day of the week.', 'day', null, false, 10, false),
	('review_prepare', 'chair', 4, '', 'Chair', 'Login; empty for who usually has it.', 'term', 'chair', false, 63, false),
	('review_prepare', 'attendees', 5, '', 'Attendees', 'Logins, separated by ;', 'texts', null, false, 2000, false),
	('review_prepare', 'units', 6, '', 'Units', 'Separated by ; empty for those that usually come.', 'terms', 'unit', false, 400, false),
	('review_open', 'chair', 1, '', 'Chair', 'Login of a supervisor.', 'term', 'chair', false, 63, false),
	('review_open', 'attendees', 2, '', 'Attendees', 'Logins of who is there, separated by ;', 'texts', null, false, 2000, false),
	('review_open', 'units', 3, '', 'Units', 'Units that are there, separated by ;', 'terms', 'unit', false, 400, false),
	('review_go', 'item', 1, '', 'Item', 'Its number on the agenda.', 'number', null, true, 9999, false),
	('review_item_add', 'line_ref', 1, '', 'Line', 'Reference; empty where it is about no line.', 'reference', null, false, 32, false),
	('review_item_add', 'group_ref', 2, '', 'Group', 'Reference; empty where it is about no group.', 'groups', null, false, 32, false),
	('review_item_add', 'subject', 3, '', 'Subject', 'Where it is about neither, or more than that.', 'text', null, false, 200, false),
	('review_item_add', 'why', 4, '', 'Why', 'Why it is to be looked at. The agenda is handed round: name no person.', 'text', null, true, 300, false),
	('review_attend', 'attendees', 1, '', 'Attendees', 'Logins of who is there, separated by ;', 'texts', null, false, 2000, false),
	('review_attend', 'units', 2, '', 'Units', 'Units that are there, separated by ;', 'terms', 'unit', false, 400, false),
	('review_chair', 'act', 1, '', 'What', 'Hand over the chair, delegate decisions, or end that.', 'term', 'chair_act', true, 10, false),
	('review_chair', 'to', 2, '', 'To', 'Login.', 'term', 'decider', true, 63, false),
	('review_chair', 'reason', 3, '', 'Reason', '', 'block', null, true, 1000, false),
	('review_note', 'item', 1, '', 'Item', 'Its number; empty for the meeting as a whole.', 'number', null, false, 9999, false),
	('review_note', 'note', 2, '', 'Note', 'The minutes print it: name no person.', 'block', null, true, 4000, false),
	('review_correct', 'item', 1, '', 'Item', 'Its number on the agenda.', 'number', null, true, 9999, false),
	('review_correct', 'note', 2, '', 'What is right', 'The minutes print it beside what was recorded.', 'block', null, true, 4000, false),
	('review_correct', 'reason', 3, '', 'Reason', 'Why it was recorded otherwise.', 'block', null, true, 2000, false),
	('review_decide', 'decision', 1, '', 'Decision', '', 'term', 'decision', true, 20, false),
	('review_decide', 'rationale', 2, '', 'Rationale', 'Why, in short. The minutes print it: name no person.', 'block', null, true, 4000, false),
	('review_decide', 'decided_by', 3, '', 'Decided by', 'Login of the chair, or of whom the chair has delegated to.', 'term', 'decider', false, 63, false),
	('review_decide', 'referred_to', 4, '', 'Referred to', 'Force, unit or partner.', 'text', null, false, 120, false),
	('review_decide', 'task_title', 5, '+ A tasking in the same breath', 'What', 'In a few words; empty for no tasking.', 'text', null, false, 120, false),
	('review_decide', 'task_unit', 6, '+ A tasking in the same breath', 'Unit', 'Unit or capability that is to do it.', 'term', 'unit', false, 20, false),
	('review_decide', 'task_due', 7, '+ A tasking in the same breath', 'Due', 'A day, a number of working days like 5wd, or next review.', 'text', null, false, 30, false),
	('review_decide', 'task_asked', 8, '+ A tasking in the same breath', 'In full', 'What exactly is asked, and what shows that it was done.', 'block', null, false, 2000, false),
	('review_decide', 'task_officer', 9, '+ A tasking in the same breath', 'Officer', 'Login of an officer of the unit; empty for the unit to choose.', 'term', 'officer', false, 63, false),
	('review_decide', 'task_priority', 10, '+ A tasking in the same breath', 'Priority', '', 'term', 'priority', false, 10, false),
	('review_decide', 'task_route', 11, '+ A tasking in the same breath', 'Route', 'Empty for local; it says who authorises.', 'term', 'tasking_route', false, 10, false),
	('review_decide', 'task_four_p', 12, '+ A tasking in the same breath', 'Under', 'Which of the four Ps.', 'term', 'four_p', false, 20, false),
	('review_decide', 'task_operation', 13, '+ A tasking in the same breath', 'Operation', '', 'term', 'operation', false, 40, false),
	('review_decide', 'information', 14, '+ National Decision Model, where more is to be said', 'Information', 'What is known, and how well.', 'block', null, false, 4000, false),
	('review_decide', 'threat', 15, '+ National Decision Model, where more is to be said', 'Threat and risk', 'To whom, how likely, how soon.', 'block', null, false, 4000, false),
	('review_decide', 'powers', 16, '+ National Decision Model, where more is to be said', 'Powers and policy', 'What allows it.', 'block', null, false, 4000, false),
	('review_decide', 'options', 17, '+ National Decision Model, where more is to be said', 'Options', 'What else could be done, and why not.', 'block', null, false, 4000, false),
	('review_decide', 'action', 18, '+ National Decision Model, where more is to be said', 'Action and review', 'What is done, and when it is looked at again.', 'block', null, false, 4000, false),
	('review_decide', 'ethics', 19, '+ National Decision Model, where more is to be said', 'Code of Ethics', 'Is it fair, and proportionate?', 'block', null, false, 4000, false),
	('review_item_defer', 'reason', 1, '', 'Reason', 'Why it cannot be settled today.', 'block', null, true, 2000, false),
	('review_item_move', 'to', 1, '', 'To place', 'Its new number on the agenda.', 'number', null, true, 9999, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
