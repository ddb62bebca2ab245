-- A correction is another version; the one before it stays, with the time until which it stood, so that a
-- report as at a day before it does not change.
create table data.return_value (
	value_id uuid primary key default gen_random_uuid(),
	series text collate "C" not null references ref.series,
	period_start date not null,
	period_end date not null,
	breakdown text collate "C" not null default '',
	category text not null default '',
	value numeric not null check (value >= 0),
	source text not null check (source <> ''),
	received_on date not null,
	version int not null default 1 check (version > 0),
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	replaced_at timestamptz,
	replaced_by text collate "C",
	unique (series, period_start, period_end, breakdown, category, version),
	check (period_start <= period_end),
	check ((breakdown = '') = (category = '')),
	check (num_nonnulls(replaced_at, replaced_by) in (0, 2)),
	check (entered_at <= replaced_at)
);
create unique index return_value_standing on data.return_value (series, breakdown, category, period_start, period_end)
	where replaced_at is null;
comment on table data.return_value is 'What partners handed in, every version of it';
comment on column data.return_value.value_id is 'Identity';
comment on column data.return_value.series is 'Series';
comment on column data.return_value.period_start is 'First day it is of';
comment on column data.return_value.period_end is 'Last day it is of';
comment on column data.return_value.breakdown is 'By what it is broken down; empty for the total';
comment on column data.return_value.category is 'The part; empty for the total';
comment on column data.return_value.value is 'The value';
comment on column data.return_value.source is 'Who handed it in, as what';
comment on column data.return_value.received_on is 'Day it came';
comment on column data.return_value.version is 'Goes up with every correction';
comment on column data.return_value.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.return_value.entered_by is 'Login that entered it';
comment on column data.return_value.replaced_at is 'Business time of the correction';
comment on column data.return_value.replaced_by is 'Login that entered that';
-- What a meeting can decide on an item, and what each does: to the line (line_step, a step of its own, or
-- reviewed, which notes that it was looked at), to the agenda (defers), and what it asks to be told.
create table ref.decision (
	code text collate "C" primary key,
	label text not null,
	help text not null,
	roles text[] not null check (roles <@ array['analyst', 'lro', 'supervisor']),
	line_step text collate "C" references ref.step,
	reviewed boolean not null default false,
	defers boolean not null default false,
	asks text not null default '' check (asks in ('', 'tasking', 'referred_to')),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.decision is 'What a review can decide on an item of its agenda';
comment on column ref.decision.code is 'Code in files';
comment on column ref.decision.label is 'What a person reads';
comment on column ref.decision.help is 'What it does, in a sentence';
comment on column ref.decision.roles is 'Roles whose decision it can be';
comment on column ref.decision.line_step is 'Step it takes on the line';
comment on column ref.decision.reviewed is 'The line counts as reviewed on the day';
comment on column ref.decision.defers is 'The item goes to the next review';
comment on column ref.decision.asks is 'What it needs beside the rationale: a tasking, or to whom it is referred';
comment on column ref.decision.position is 'Order in lists';
comment on column ref.decision.valid_from is 'First day of validity';
comment on column ref.decision.valid_to is 'Last day of validity';
-- Why something is on an agenda. An item stands under the first of its reasons.
create table ref.review_kind (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.review_kind is 'Reasons to be on the agenda of a review, in the order of the meeting';
comment on column ref.review_kind.code is 'Code in files';
comment on column ref.review_kind.label is 'What a person reads';
comment on column ref.review_kind.position is 'Order on the agenda';
create table data.review_series (
	series_id uuid primary key default gen_random_uuid(),
	name text not null check (name <> ''),
	force text collate "C" not null references ref.force,
	weekday int not null check (weekday between 1 and 7),
	chair text collate "C" not null references data.staff,
	units text[] collate "C" not null default '{}',
	top_n int not null default 10 check (top_n between 0 and 50),
	most int not null default 20 check (most between 1 and 200),
	made_by text collate "C" not null default session_user
);
create unique index review_series_name on data.review_series (force, lower(name));
comment on table data.review_series is 'Meetings that come back every week; each makes its next';
comment on column data.review_series.series_id is 'Identity';
comment on column data.review_series.name is 'What the meeting is called';
comment on column data.review_series.force is 'Whose grid it is held on';
comment on column data.review_series.weekday is 'Day of the week it meets, Monday is 1';
comment on column data.review_series.chair is 'Login that chairs it unless a review says otherwise';
comment on column data.review_series.units is 'Units that come';
comment on column data.review_series.top_n is 'So many lines by threat are on every agenda';
comment on column data.review_series.most is 'Not more items than this for one reason';
comment on column data.review_series.made_by is 'Login that set it up';
-- One meeting. Closing freezes it: frozen_at is a business time after which, by data.frozen_until, nothing is
-- ever written as of before; frozen_hash covers what changed since the freeze before, and so, link by link,
-- everything.
create sequence data.frozen_until;
alter sequence data.frozen_until owner to gridline_owner;
comment on sequence data.frozen_until is 'Business time of the last freeze, in microseconds; seen by all at once, whatever their snapshot';
create table data.review (
	review_id uuid primary key default gen_random_uuid(),
	series_id uuid not null references data.review_series,
	force text collate "C" not null references ref.force,
	week text collate "C" not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
	meets_on date not null,
	chair text collate "C" not null references data.staff,
	attendees text[] collate "C" not null default '{}',
	units text[] collate "C" not null default '{}',
	state text collate "C" not null default 'prepared' check (state in ('prepared', 'open', 'closed')),
	prepared_at timestamptz not null,
	prepared_by text collate "C" not null default session_user,
	opened_at timestamptz,
	opened_by text collate "C",
	closed_at timestamptz,
	closed_by text collate "C",
	since timestamptz not null,
	frozen_at timestamptz,
	frozen_after uuid references data.review,
	frozen_hash bytea check (length(frozen_hash) = 32),
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	unique (series_id, week),
	check (to_char(meets_on, 'IYYY-"W"IW') = week),
	check ((state = 'prepared') = (opened_at is null)),
	check ((opened_at is null) = (opened_by is null)),
	check ((state = 'closed') = (closed_at is not null)),
	check (num_nonnulls(closed_at, closed_by, frozen_at, frozen_hash) in (0, 4))
);
create unique index review_open on data.review (series_id) where state = 'open';
create unique index review_frozen on data.review (frozen_at) where frozen_at is not null;
create index review_week on data.review (force, week);
comment on table data.review is 'Weekly reviews: prepared, open, closed and then frozen';
comment on column data.review.review_id is 'Identity';
comment on column data.review.series_id is 'Series it belongs to';
comment on column data.review.force is 'Whose grid';
comment on column data.review.week is 'ISO week, like 2022-W52';
comment on column data.review.meets_on is 'Day of the meeting, in that week';
comment on column data.review.chair is 'Login that chairs it';
comment on column data.review.attendees is 'Logins that are there';
comment on column data.review.units is 'Units that are there';
comment on column data.review.state is 'prepared, open or closed';
comment on column data.review.prepared_at is 'Business time it was made';
comment on column data.review.prepared_by is 'Login that made it; that of the close where the series did';
comment on column data.review.opened_at is 'Business time the meeting began';
comment on column data.review.opened_by is 'Login that opened it';
comment on column data.review.closed_at is 'Business time the meeting ended';
comment on column data.review.closed_by is 'Login that closed it';
comment on column data.review.since is 'What changed is what changed since then: the freeze of the review before';
comment on column data.review.frozen_at is 'Business time as at which everything is frozen';
comment on column data.review.frozen_after is 'Review whose freeze came before this one';
comment on column data.review.frozen_hash is 'SHA-256 over that freezes hash and all that changed since';
comment on column data.review.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.review.changed_by is 'Login of the last change';
-- Where the meeting is: what the consoles that follow the chair look at. It changes with every key of the
-- chair, and is no part of what is frozen.
create table data.review_place (
	review_id uuid primary key references data.review,
	item_id uuid,
	moved_at timestamptz not null default clock_timestamp(),
	moved_by text collate "C" not null default session_user
);
comment on table data.review_place is 'The item that a meeting is at';
comment on column data.review_place.review_id is 'Review';
comment on column data.review_place.item_id is 'Item on the table; null before the first';
comment on column data.review_place.moved_at is 'Real time of the move';
comment on column data.review_place.moved_by is 'Login that moved it';
-- One line, one item, whatever the number of reasons: why has a line a reason.
create table data.review_item (
	item_id uuid primary key default gen_random_uuid(),
	review_id uuid not null references data.review,
	position int not null check (position > 0),
	kind text collate "C" not null references ref.review_kind,
	line_id uuid references data.line,
	group_id uuid references data.crime_group,
	subject text not null default '',
	why text[] not null check (cardinality(why) > 0),
	added_by text collate "C",
	carried_from uuid references data.review_item,
	carried int not null default 0,
	state text collate "C" not null default 'open' check (state in ('open', 'decided', 'deferred')),
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	check (num_nonnulls(line_id, group_id, nullif(subject, '')) > 0)
);
create index review_item_review on data.review_item (review_id, position);
create unique index review_item_line on data.review_item (review_id, line_id) where line_id is not null and added_by is null;
create index review_item_of_line on data.review_item (line_id) where line_id is not null;
comment on table data.review_item is 'Agendas: what is looked at, and why';
comment on column data.review_item.item_id is 'Identity';
comment on column data.review_item.review_id is 'Review';
comment on column data.review_item.position is 'Place on the agenda';
comment on column data.review_item.kind is 'The first of its reasons, ref.review_kind';
comment on column data.review_item.line_id is 'Line it is about';
comment on column data.review_item.group_id is 'Group it is about';
comment on column data.review_item.subject is 'What it is about where it is neither, or beside it';
comment on column data.review_item.why is 'Reasons it is on the agenda, in words';
comment on column data.review_item.added_by is 'Login that added it; null where the agenda built itself';
comment on column data.review_item.carried_from is 'Item of the review before that was deferred';
comment on column data.review_item.carried is 'Times it was deferred';
comment on column data.review_item.state is 'open, decided or deferred';
comment on column data.review_item.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.review_item.changed_by is 'Login of the last change';
-- Rationale is the short form; the six heads of the National Decision Model may say more.
create table data.review_decision (
	decision_id uuid primary key default gen_random_uuid(),
	review_id uuid not null references data.review,
	item_id uuid not null unique references data.review_item,
	line_id uuid references data.line,
	decision text collate "C" not null references ref.decision,
	rationale text not null check (rationale <> ''),
	information text not null default '',
	threat text not null default '',
	powers text not null default '',
	options text not null default '',
	action text not null default '',
	ethics text not null default '',
	decided_by text collate "C" not null references data.staff,
	decided_at timestamptz not null,
	authority text not null check (authority in ('chair', 'delegated')),
	recorded_by text collate "C" not null default session_user,
	recorded_at timestamptz not null default clock_timestamp(),
	referred_to text not null default '',
	said text not null
);
create index review_decision_review on data.review_decision (review_id);
create index review_decision_line on data.review_decision (line_id) where line_id is not null;
comment on table data.review_decision is 'Decisions of reviews: what, why, whose and when; never changed';
comment on column data.review_decision.decision_id is 'Identity';
comment on column data.review_decision.review_id is 'Review';
comment on column data.review_decision.item_id is 'Item it settles';
comment on column data.review_decision.line_id is 'Line it is about';
comment on column data.review_decision.decision is 'ref.decision';
comment on column data.review_decision.rationale is 'Why, in short';
comment on column data.review_decision.information is 'Head 1: information and intelligence';
comment on column data.review_decision.threat is 'Head 2: threat and risk';
comment on column data.review_decision.powers is 'Head 3: powers and policy';
comment on column data.review_decision.options is 'Head 4: options and contingencies';
comment on column data.review_decision.action is 'Head 5: action, and how it is reviewed';
comment on column data.review_decision.ethics is 'At the centre: the Code of Ethics';
comment on column data.review_decision.decided_by is 'Login whose decision it is';
comment on column data.review_decision.decided_at is 'Business time';
comment on column data.review_decision.authority is 'As the chair, or delegated by the chair';
comment on column data.review_decision.recorded_by is 'Login that wrote it down';
comment on column data.review_decision.recorded_at is 'Real time it was written down';
comment on column data.review_decision.referred_to is 'To whom it is referred';
comment on column data.review_decision.said is 'What it did';
create table data.review_tasking (
	review_id uuid not null references data.review,
	decision_id uuid not null references data.review_decision,
	tasking_id uuid not null references data.tasking,
	primary key (decision_id, tasking_id)
);
create index review_tasking_tasking on data.review_tasking (tasking_id);
comment on table data.review_tasking is 'Taskings raised with a decision, in the same transaction';
comment on column data.review_tasking.review_id is 'Review';
comment on column data.review_tasking.decision_id is 'Decision';
comment on column data.review_tasking.tasking_id is 'Tasking';
-- What is said late is a new entry, before the freeze as after it.
create table data.review_note (
	note_id uuid primary key default gen_random_uuid(),
	review_id uuid not null references data.review,
	item_id uuid references data.review_item,
	kind text not null check (kind in ('note', 'correction')),
	text text not null check (text <> ''),
	reason text not null default '' check (kind = 'note' or reason <> ''),
	late boolean not null,
	at timestamptz not null,
	login text collate "C" not null default session_user,
	recorded_at timestamptz not null default clock_timestamp()
);
create index review_note_review on data.review_note (review_id, at);
comment on table data.review_note is 'Notes and corrections of reviews; never changed';
comment on column data.review_note.note_id is 'Identity';
comment on column data.review_note.review_id is 'Review';
comment on column data.review_note.item_id is 'Item it is about; null for the meeting';
comment on column data.review_note.kind is 'note, or correction of what was recorded';
comment on column data.review_note.text is 'What it says';
comment on column data.review_note.reason is 'Why a correction was needed';
comment on column data.review_note.late is 'After the review was closed';
comment on column data.review_note.at is 'Business time';
comment on column data.review_note.login is 'Who';
comment on column data.review_note.recorded_at is 'Real time';
create table data.review_chair (
	review_id uuid not null references data.review,
	n int not null,
	act text collate "C" not null check (act in ('hand-over', 'delegate', 'end')),
	login text collate "C" not null references data.staff,
	reason text not null check (reason <> ''),
	at timestamptz not null,
	by_login text collate "C" not null default session_user,
	primary key (review_id, n)
);
comment on table data.review_chair is 'Who was handed the chair of a review, and to whom decisions were delegated';
comment on column data.review_chair.review_id is 'Review';
comment on column data.review_chair.n is 'Order';
comment on column data.review_chair.act is 'hand-over: chairs from then on; delegate: may decide, too; end: may not any more';
comment on column data.review_chair.login is 'To whom';
comment on column data.review_chair.reason is 'Why';
comment on column data.review_chair.at is 'Business time';
comment on column data.review_chair.by_login is 'Who said so';
create table data.review_figure (
	review_id uuid not null references data.review,
	position int not null,
	measure text collate "C" not null,
	n bigint not null,
	primary key (review_id, measure)
);
comment on table data.review_figure is 'Figures as they were when a review was closed';
comment on column data.review_figure.review_id is 'Review';
comment on column data.review_figure.position is 'Order';
comment on column data.review_figure.measure is 'What is counted';
comment on column data.review_figure.n is 'How many';
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
create table ref.panel (
	code text collate "C" primary key,
	title text not null,
	population text not null,
	span text not null check (span in ('year', 'weeks', 'now')),
	rule text not null,
	position int not null
);
comment on table ref.panel is 'Panels of the dashboard: what each counts, over whom and when';
comment on column ref.panel.code is 'Code';
comment on column ref.panel.title is 'What a person reads';
comment on column ref.panel.population is 'Whose figures: the programme''s, the whole force''s, or lines. They never mix in one panel';
comment on column ref.panel.span is 'year: the financial year so far; weeks: twelve weeks; now: as it stands';
comment on column ref.panel.rule is 'What is counted, in a sentence';
comment on column ref.panel.position is 'Order on the screen';
