-- SPDX-License-Identifier: MIT
-- Tasking, reviews and figures: from lines with what stands behind them (version 2) to who does what on
-- them. In the order of an installation; what was there is altered first.
-- What goes, or comes back with other columns.
drop policy seen on data.tasking;
drop policy seen on data.tasking_history;
drop function data.values_assess_return(uuid);
drop function data.values_assess_sign(uuid);
drop function data.values_assess_withdraw(uuid);
drop function data.values_checkback_fail(uuid);
drop function data.values_checkback_pass(uuid);
drop function data.values_ddtro_comply(uuid);
drop function data.values_deconflict_different(uuid);
drop function data.values_deconflict_merge(uuid);
drop function data.values_deconflict_same(uuid);
drop function data.values_disruption_group_add(uuid);
drop function data.values_event_void(uuid);
drop function data.values_external_group_add(uuid);
drop function data.values_outcome_ratify(uuid);
drop function data.values_outcome_refuse(uuid);
drop function data.values_outcome_revoke(uuid);
alter table ref.setting
	add column suppress_below integer default 5 not null,
	add column review_days integer default 84 not null;
comment on column ref.setting.suppress_below is 'Reports hide numbers of people from 1 up to this, and what would give them away; 1 hides none';
comment on column ref.setting.review_days is 'A line that was not reviewed for more days than this is overdue for review';
alter table ref.tasking_route
	add column raisers text[] default '{}'::text[] not null,
	add column authorisers text[] default '{}'::text[] not null,
	add column answer_days integer default 3 not null;
comment on column ref.tasking_route.code is 'local, force, regional or national';
comment on column ref.tasking_route.raisers is 'Roles that may raise one';
comment on column ref.tasking_route.authorisers is 'Roles that may authorise one';
comment on column ref.tasking_route.answer_days is 'Working days a unit has to answer';
create index line_changed on data.line (valid_from);
create index line_history_ranked on data.line_history (sort_score, sort_seen, line_ref) where is_open;
create index line_import_area on data.line_import (area, line_id);
alter table data.tasking
	alter column line_id drop not null,
	add column group_id uuid,
	add column force text collate "C",
	add column asked text default ''::text not null,
	add column why text default ''::text not null,
	add column four_p text collate "C",
	add column priority text collate "C" default 'normal'::text not null,
	add column nim_level integer,
	add column resources text default ''::text not null,
	add column raised_by text collate "C" default session_user not null,
	add column submitted_on date,
	add column authorised_by text collate "C",
	add column authorised_on date,
	add column offered_on date,
	add column answer_due date,
	add column answered_on date,
	add column carried integer default 0 not null,
	add column result text default ''::text not null,
	add column evidence text default ''::text not null,
	add column result_by text collate "C",
	add column result_on date,
	add column reviewed_by text collate "C",
	add column reviewed_on date;
create index tasking_group on data.tasking (group_id) where group_id is not null;
create index tasking_changed on data.tasking (valid_from);
create index tasking_answer on data.tasking (unit, answer_due) where state = 'offered';
create index tasking_owner on data.tasking (owner, due) where is_open;
create index tasking_raised_by on data.tasking (raised_by, due) where is_open;
create index tasking_decide on data.tasking (force, state, due) where state in ('submitted', 'declined', 'returned', 'result', 'reviewed');
create index tasking_work on data.tasking (unit, due) where state in ('accepted', 'in-progress');
create index tasking_waits on data.tasking (unit, due) where state in ('submitted', 'authorised', 'declined', 'returned', 'result', 'reviewed');
create index tasking_asked on data.tasking (raised_by, due) where state in ('declined', 'returned', 'result', 'reviewed');
create index tasking_board on data.tasking (state, due, tasking_ref) where is_open;
create index tasking_unit on data.tasking (unit, due, tasking_ref) where is_open;
create index tasking_done on data.tasking (due) where state = 'complete';
create index tasking_answered on data.tasking (answered_on) where answered_on is not null;
create index tasking_completed on data.tasking (completed_on) where completed_on is not null;
create sequence data.tasking_number;
alter sequence data.tasking_number owner to gridline_owner;
alter sequence data.tasking_number owned by data.tasking.tasking_id;
comment on sequence data.tasking_number is 'Numbers of the references that new taskings get';
comment on column data.tasking.line_id is 'Line it is about; null for one on a group';
comment on column data.tasking.route is 'ref.tasking_route';
comment on column data.tasking.owner is 'Login of the officer it is given to by name';
comment on column data.tasking.group_id is 'Group it is about; with a line as well, the one behind it';
comment on column data.tasking.force is 'Force whose tasking it is';
comment on column data.tasking.asked is 'What is asked, in full';
comment on column data.tasking.why is 'Why, for whoever is to do it';
comment on column data.tasking.four_p is 'Pursue, Prevent, Protect or Prepare';
comment on column data.tasking.priority is 'How pressing: urgent, high, normal, low';
comment on column data.tasking.nim_level is 'Level of the National Intelligence Model, 1 to 3';
comment on column data.tasking.resources is 'Of a bid: what it needs';
comment on column data.tasking.raised_by is 'Login that raised it';
comment on column data.tasking.submitted_on is 'Day it was put forward';
comment on column data.tasking.authorised_by is 'Login that authorised or refused it';
comment on column data.tasking.authorised_on is 'Day of that';
comment on column data.tasking.offered_on is 'Day the unit was last asked';
comment on column data.tasking.answer_due is 'Day by which the unit is to answer';
comment on column data.tasking.answered_on is 'Day the unit accepted, declined or asked back';
comment on column data.tasking.carried is 'How often it was carried forward';
comment on column data.tasking.result is 'What came of it';
comment on column data.tasking.evidence is 'Where that is evidenced';
comment on column data.tasking.result_by is 'Login that recorded the result';
comment on column data.tasking.result_on is 'Day of the result';
comment on column data.tasking.reviewed_by is 'Login that looked at the result';
comment on column data.tasking.reviewed_on is 'Day of that';
alter table data.tasking_history
	alter column line_id drop not null,
	add column group_id uuid,
	add column force text collate "C",
	add column asked text,
	add column why text,
	add column four_p text collate "C",
	add column priority text collate "C",
	add column nim_level integer,
	add column resources text,
	add column raised_by text collate "C",
	add column submitted_on date,
	add column authorised_by text collate "C",
	add column authorised_on date,
	add column offered_on date,
	add column answer_due date,
	add column answered_on date,
	add column carried integer,
	add column result text,
	add column evidence text,
	add column result_by text collate "C",
	add column result_on date,
	add column reviewed_by text collate "C",
	add column reviewed_on date;
create index tasking_history_end on data.tasking_history (upper(during));
comment on column data.tasking_history.line_id is 'Line it is about; null for one on a group';
comment on column data.tasking_history.route is 'ref.tasking_route';
comment on column data.tasking_history.owner is 'Login of the officer it is given to by name';
comment on column data.tasking_history.group_id is 'Group it is about; with a line as well, the one behind it';
comment on column data.tasking_history.force is 'Force whose tasking it is';
comment on column data.tasking_history.asked is 'What is asked, in full';
comment on column data.tasking_history.why is 'Why, for whoever is to do it';
comment on column data.tasking_history.four_p is 'Pursue, Prevent, Protect or Prepare';
comment on column data.tasking_history.priority is 'How pressing: urgent, high, normal, low';
comment on column data.tasking_history.nim_level is 'Level of the National Intelligence Model, 1 to 3';
comment on column data.tasking_history.resources is 'Of a bid: what it needs';
comment on column data.tasking_history.raised_by is 'Login that raised it';
comment on column data.tasking_history.submitted_on is 'Day it was put forward';
comment on column data.tasking_history.authorised_by is 'Login that authorised or refused it';
comment on column data.tasking_history.authorised_on is 'Day of that';
comment on column data.tasking_history.offered_on is 'Day the unit was last asked';
comment on column data.tasking_history.answer_due is 'Day by which the unit is to answer';
comment on column data.tasking_history.answered_on is 'Day the unit accepted, declined or asked back';
comment on column data.tasking_history.carried is 'How often it was carried forward';
comment on column data.tasking_history.result is 'What came of it';
comment on column data.tasking_history.evidence is 'Where that is evidenced';
comment on column data.tasking_history.result_by is 'Login that recorded the result';
comment on column data.tasking_history.result_on is 'Day of the result';
comment on column data.tasking_history.reviewed_by is 'Login that looked at the result';
comment on column data.tasking_history.reviewed_on is 'Day of that';
alter table ref.import_column
	drop constraint import_column_shape_check;
comment on column ref.import_column.shape is 'What a cell looks like: data.import_check_cells. A date is past or today, a day may be to come';
alter table ref.step
	drop constraint step_object_check,
	drop constraint step_scope_check;
comment on column ref.step.scope is 'held: of a line that the own force holds, or of an LRO''s own unit; seen: any the caller sees; party: of a tasking, what the caller is to it';
create index arrest_counted on data.arrest (on_day) include (line_id, entered_at, voided_at) where programme;
create index charge_counted on data.charge (on_day) include (line_id, person_id, offence, entered_at, voided_at) where programme;
create index safeguarding_counted on data.safeguarding (on_day) include (line_id, person_id, stage, entered_at, voided_at) where programme;
create index disruption_counted on data.disruption (on_day) include (line_id, group_id, grade, entered_at, voided_at) where programme;
create index disruption_force on data.disruption (on_day) include (group_id, drugs_linked, arrested, arrested_drugs, trafficking_outcomes, entered_at, voided_at)
	where not programme;
create index seizure_counted on data.seizure (on_day) include (line_id, entered_at, voided_at) where programme;
create table ref.tasking_template (
	code text collate "C" primary key check (code ~ '^[a-z][a-z-]*$'),
	label text not null,
	title text not null check (btrim(title) <> ''),
	asked text not null check (btrim(asked) <> ''),
	route text collate "C" not null references ref.tasking_route,
	unit text collate "C" references ref.unit,
	four_p text not null,
	priority text not null default 'normal',
	nim_level int check (nim_level between 1 and 3),
	working_days int not null check (working_days between 1 and 60),
	operation text collate "C" references ref.operation,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.tasking_template is 'What is asked for often: what a form leaves empty is filled from the template it names';
comment on column ref.tasking_template.code is 'What a form calls it';
comment on column ref.tasking_template.label is 'What a person reads';
comment on column ref.tasking_template.title is 'What is to be done, in a few words';
comment on column ref.tasking_template.asked is 'What exactly is asked, and what shows that it was done';
comment on column ref.tasking_template.route is 'ref.tasking_route';
comment on column ref.tasking_template.unit is 'Unit or capability; null for the unit that the line is exported from';
comment on column ref.tasking_template.four_p is 'Which of the four Ps (ref.word)';
comment on column ref.tasking_template.priority is 'How pressing (ref.word)';
comment on column ref.tasking_template.nim_level is 'Level of the National Intelligence Model';
comment on column ref.tasking_template.working_days is 'Working days until it is due';
comment on column ref.tasking_template.operation is 'Operation it belongs to; null for none';
comment on column ref.tasking_template.position is 'Order in lists';
comment on column ref.tasking_template.valid_from is 'First day of validity';
comment on column ref.tasking_template.valid_to is 'Last day of validity';
create table ref.unit_capacity (
	unit text collate "C" not null references ref.unit,
	open_at_most int not null check (open_at_most > 0),
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (unit, valid_from),
	check (valid_from <= valid_to)
);
comment on table ref.unit_capacity is 'How many open taskings a unit says it can carry at a time; a unit without a row has not said';
comment on column ref.unit_capacity.unit is 'Unit or capability';
comment on column ref.unit_capacity.open_at_most is 'Open taskings at a time';
comment on column ref.unit_capacity.valid_from is 'First day of validity';
comment on column ref.unit_capacity.valid_to is 'Last day of validity';
create table data.tasking_event (
	place bigint generated always as identity primary key,
	tasking_id uuid not null references data.tasking on delete cascade,
	at timestamptz not null,
	recorded_at timestamptz not null default clock_timestamp(),
	login text collate "C" not null default session_user,
	step text collate "C" not null,
	from_state text collate "C",
	to_state text collate "C" not null,
	reason text not null default '',
	said text not null,
	changed jsonb not null default '{}'
);
create index tasking_event_tasking on data.tasking_event (tasking_id, place);
create index tasking_event_recorded on data.tasking_event (recorded_at);
comment on table data.tasking_event is 'Each step of each tasking, for its history; never changed';
comment on column data.tasking_event.place is 'Order of all steps';
comment on column data.tasking_event.tasking_id is 'Tasking';
comment on column data.tasking_event.at is 'Business time';
comment on column data.tasking_event.recorded_at is 'Real time';
comment on column data.tasking_event.login is 'Who';
comment on column data.tasking_event.step is 'ref.step, or import';
comment on column data.tasking_event.from_state is 'State before; null of a new one';
comment on column data.tasking_event.to_state is 'State after';
comment on column data.tasking_event.reason is 'Why, in their words';
comment on column data.tasking_event.said is 'What was done, in a sentence';
comment on column data.tasking_event.changed is 'Fields that changed, each with its old and new value';
create table data.tasking_seen (
	login text collate "C" primary key,
	seen_at timestamptz not null
);
comment on table data.tasking_seen is 'When each person last looked at their list of taskings';
comment on column data.tasking_seen.login is 'Who';
comment on column data.tasking_seen.seen_at is 'Real time';
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
-- The rows of an import of returns whose cells are good: typed, in the vocabularies' own spelling.
create unlogged table data.import_return (
	import_id uuid not null,
	line integer not null,
	series text collate "C" not null,
	period_start date not null,
	period_end date not null,
	breakdown text collate "C" not null,
	category text not null,
	value numeric not null,
	source text not null,
	there uuid,
	verdict text not null default 'new' check (verdict in ('new', 'changed', 'same')),
	primary key (import_id, line)
);
comment on table data.import_return is 'Good rows of imports of returns under way';
comment on column data.import_return.import_id is 'The import';
comment on column data.import_return.line is 'Line of the file';
comment on column data.import_return.series is 'Series';
comment on column data.import_return.period_start is 'First day';
comment on column data.import_return.period_end is 'Last day';
comment on column data.import_return.breakdown is 'By what it is broken down; empty for the total';
comment on column data.import_return.category is 'The part; empty for the total';
comment on column data.import_return.value is 'The value';
comment on column data.import_return.source is 'Who handed it in, as what';
comment on column data.import_return.there is 'The version that stands';
comment on column data.import_return.verdict is 'What is to be done';
-- The flow of a tasking. Who may take a step is asked of the party they are to it (data.tasking_party_fault).
create table ref.tasking_move (
	step text collate "C" not null references ref.step,
	from_state text collate "C" not null references ref.tasking_state on update cascade,
	to_state text collate "C" not null references ref.tasking_state on update cascade,
	party text not null check (party in ('raiser', 'authoriser', 'unit', 'reviewer')),
	undoable boolean not null default false,
	primary key (step, from_state, to_state)
);
comment on table ref.tasking_move is 'Which step takes a tasking from which state to which, and whose step it is';
comment on column ref.tasking_move.step is 'Step';
comment on column ref.tasking_move.from_state is 'State it is taken in';
comment on column ref.tasking_move.to_state is 'State it leads to';
comment on column ref.tasking_move.party is 'raiser: who raised it, or the staff of its force; authoriser: who may authorise its route; unit: who answers for the unit; reviewer: who raised it, or a supervisor';
comment on column ref.tasking_move.undoable is 'Whoever took it may take it back while nothing followed';
-- What partners hand in. A series is typed: what one value of it is, which stretch of time it is of, and
-- (ref.series_breakdown) by what it may be broken down.
create table ref.series (
	code text collate "C" primary key check (code ~ '^[a-z][a-z0-9_]*$'),
	label text not null,
	unit text not null,
	decimals int not null default 0 check (decimals between 0 and 4),
	period_kind text not null check (period_kind in ('month', 'quarter', 'half-year', 'year', 'financial-year', 'months')),
	totalled boolean not null,
	of_people boolean not null,
	paragraph text not null default '',
	position int not null,
	sum_of text[] collate "C",
	check (not (totalled and unit = 'percent'))
);
comment on table ref.series is 'Series of figures that others hand in, and what one value of each is';
comment on column ref.series.code is 'Code in files';
comment on column ref.series.label is 'What a person reads';
comment on column ref.series.unit is 'What is counted; percent is a share and at most 100';
comment on column ref.series.decimals is 'Decimal places a value may have';
comment on column ref.series.period_kind is 'The stretch one value is of; months: whole months, as many as its return says';
comment on column ref.series.totalled is 'A stretch has a total, without which its parts are not taken';
comment on column ref.series.of_people is 'A small number could point to somebody: suppressed in reports';
comment on column ref.series.paragraph is 'Paragraph of the board paper that reports on it';
comment on column ref.series.position is 'Order in reports';
comment on column ref.series.sum_of is 'Series it is added up from; nothing is handed in for it';
create table ref.series_breakdown (
	series text collate "C" not null references ref.series,
	breakdown text collate "C" not null check (breakdown ~ '^[a-z][a-z_]*$'),
	label text not null,
	adds_up boolean not null,
	position int not null,
	primary key (series, breakdown)
);
comment on table ref.series_breakdown is 'By what a series may be broken down';
comment on column ref.series_breakdown.series is 'Series';
comment on column ref.series_breakdown.breakdown is 'Code in files';
comment on column ref.series_breakdown.label is 'What a person reads';
comment on column ref.series_breakdown.adds_up is 'Its parts add up to the total, or are refused';
comment on column ref.series_breakdown.position is 'Order in reports';
create table ref.series_category (
	series text collate "C" not null,
	breakdown text collate "C" not null,
	category text not null check (category <> ''),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (series, breakdown, category),
	foreign key (series, breakdown) references ref.series_breakdown,
	check (valid_from <= valid_to)
);
comment on table ref.series_category is 'The parts of a breakdown: a return has every one that is valid, nought written as 0';
comment on column ref.series_category.series is 'Series';
comment on column ref.series_category.breakdown is 'Breakdown';
comment on column ref.series_category.category is 'The part, as files and reports write it';
comment on column ref.series_category.position is 'Order in reports';
comment on column ref.series_category.valid_from is 'First day of validity';
comment on column ref.series_category.valid_to is 'Last day of validity';
-- A figure of the board paper: what it is in words, and how it is counted. `measure` leads to the rows it
-- counts (data.figure_rows), `counted` from these to the number, so that no figure is anything but its rows.
create table ref.figure (
	id text collate "C" primary key check (id ~ '^[a-z][a-z0-9_]*$'),
	position int not null unique,
	label text not null,
	unit text not null,
	paragraph text not null default '',
	listed boolean not null default true,
	population text not null check (population in ('programme', 'force-wide', 'region', 'partners')),
	measure text not null,
	series text collate "C" references ref.series,
	breakdown text collate "C",
	category text,
	base_series text collate "C" references ref.series,
	counted text not null check (counted in ('number', 'share', 'average', 'change', 'coverage', 'over half')),
	period_kind text not null check (period_kind in
		('year to date', 'year before', 'quarter', 'twelve months', 'twelve before', 'day', 'fixed')),
	fixed_period text,
	against text,
	decimals int not null default 0,
	of_people boolean not null default false,
	rule text not null,
	definition text not null,
	printed text not null default '',
	caution text not null default '',
	check ((fixed_period is not null) = (period_kind = 'fixed')),
	check ((series is not null) = (measure = 'returns')),
	check (base_series is null or counted = 'share'),
	foreign key (series, breakdown) references ref.series_breakdown,
	foreign key (series, breakdown, category) references ref.series_category
);
comment on table ref.figure is 'Figures of the board paper, each with its rule';
comment on column ref.figure.id is 'Name in reports and files';
comment on column ref.figure.position is 'Order in reports';
comment on column ref.figure.label is 'What a person reads';
comment on column ref.figure.unit is 'What is counted';
comment on column ref.figure.paragraph is 'Paragraph of the paper that prints it';
comment on column ref.figure.listed is 'Stands in the board report; the others only where a period is asked for';
comment on column ref.figure.population is 'Whose doing it is: programme and force-wide figures never mix';
comment on column ref.figure.measure is 'Which records it counts: data.figure_rows';
comment on column ref.figure.series is 'Of measure returns: the series';
comment on column ref.figure.breakdown is 'Of measure returns: the breakdown; null for the total';
comment on column ref.figure.category is 'Of measure returns: the part';
comment on column ref.figure.base_series is 'Of a share of another series: that';
comment on column ref.figure.counted is 'How the number comes from the rows';
comment on column ref.figure.period_kind is 'Over which stretch, seen from the day it is counted as at';
comment on column ref.figure.fixed_period is 'The stretch, where it is always the same (data.period)';
comment on column ref.figure.against is 'A stretch the paper compares it with';
comment on column ref.figure.decimals is 'Decimal places';
comment on column ref.figure.of_people is 'A small number could point to somebody: suppressed';
comment on column ref.figure.rule is 'What counts, in words';
comment on column ref.figure.definition is 'Version of the rule';
comment on column ref.figure.printed is 'What the paper printed';
comment on column ref.figure.caution is 'Where the paper errs, or what a reader must know';
