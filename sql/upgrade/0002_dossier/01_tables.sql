-- SPDX-License-Identifier: MIT
-- What stands behind a line: from the ranked grid (version 1) to lines that are identified, scored and
-- closed by steps. Made of the files of sql/ as they stood when version 2 was planned, in the order of
-- an installation; tables that were there are altered first.

-- Tables of version 1.
alter table ref.setting add column check_back_days int not null default 28 check (check_back_days > 0);
alter table data.line
	add column merged_into uuid references data.line,
	add column successor_of uuid references data.line,
	add column status_before text collate "C",
	add check (merged_into <> line_id),
	add check (successor_of <> line_id);
create index line_merged on data.line (merged_into) where merged_into is not null;
create index line_successor on data.line (successor_of) where successor_of is not null;
alter table data.line_history
	add column merged_into uuid,
	add column successor_of uuid,
	add column status_before text collate "C";
alter table audit.consultation add column lsn pg_lsn not null default '0/0';
alter table audit.consultation alter column lsn drop default;
create index consultation_login on audit.consultation (login, at);

comment on column ref.setting.check_back_days is 'A Type 1 outcome is checked back so many days after the line was closed';
comment on column data.line.merged_into is 'The line it turned out to be';
comment on column data.line_history.merged_into is 'The line it turned out to be';
comment on column data.line.successor_of is 'The closed line that it goes on from';
comment on column data.line_history.successor_of is 'The closed line that it goes on from';
comment on column data.line.status_before is 'Status it goes back to when a merge is undone';
comment on column data.line_history.status_before is 'Status it goes back to when a merge is undone';
comment on column data.line_number.number is 'Telephone numbers in E.164, others as they are';
update data.line_number n set number = data.parse_number(n.number)
where n.kind = 'MSISDN' and data.parse_number(n.number) <> n.number and not exists (select from data.line_number o
	where o.line_id = n.line_id and o.number = data.parse_number(n.number));
create table ref.assessment_state (
	code text collate "C" primary key,
	label text not null,
	position int not null
);
comment on table ref.assessment_state is 'How far an assessment has come';
comment on column ref.assessment_state.code is 'Code';
comment on column ref.assessment_state.label is 'What a person reads';
comment on column ref.assessment_state.position is 'Order in lists';
insert into ref.assessment_state values ('proposed', 'Proposed', 1), ('moderated', 'Moderated', 2), ('signed', 'Signed', 3),
	('returned', 'Returned', 4), ('withdrawn', 'Withdrawn', 5), ('imported', 'Of a file, being signed', 6);
-- What was signed by who entered it came by file: its scorer has no name here.
alter table data.assessment
	add column state text collate "C" not null default 'proposed' references ref.assessment_state,
	add column proposer text collate "C" not null default session_user,
	add column proposed_on date,
	add column moderated_by text collate "C",
	add column moderated_on date,
	add column second_by text collate "C",
	add column second_on date,
	add column row_version int not null default 1;
alter table data.assessment disable trigger user;
update data.assessment set state = case when signed_on is null then 'withdrawn' else 'signed' end,
	proposer = case when created_by = signed_by then 'file' else created_by end;
alter table data.assessment enable trigger user;
alter table data.assessment
	add check ((state = 'signed') = (signed_on is not null)),
	add check (signed_by <> proposer),
	add check (moderated_by <> proposer),
	add check (second_by not in (proposer, signed_by));
create unique index assessment_under_way on data.assessment (line_id) where state in ('proposed', 'moderated');
comment on column data.assessment.state is 'ref.assessment_state';
comment on column data.assessment.proposer is 'Login that proposed it; "file" for the unnamed scorer of a file';
comment on column data.assessment.proposed_on is 'Day, of the business clock';
comment on column data.assessment.moderated_by is 'Login of the analyst who moderated it; never the proposer';
comment on column data.assessment.moderated_on is 'Day';
comment on column data.assessment.second_by is 'Who scored it a second time, by themselves: neither proposer nor signer';
comment on column data.assessment.second_on is 'Day';
comment on column data.assessment.row_version is 'Goes up with every step';
-- What is in force stands in data.assessment_factor; here is what each scorer gave, so that disagreement
-- can be seen for good.
create table data.assessment_opinion (
	assessment_id uuid not null references data.assessment on delete cascade,
	stage text collate "C" not null check (stage in ('proposed', 'moderated', 'second')),
	factor text collate "C" not null,
	score int not null check (score >= 0),
	rationale text not null,
	login text collate "C" not null default session_user,
	at timestamptz not null,
	primary key (assessment_id, stage, factor)
);
comment on table data.assessment_opinion is 'What each scorer of an assessment gave';
comment on column data.assessment_opinion.assessment_id is 'Assessment';
comment on column data.assessment_opinion.stage is 'proposed, moderated or second';
comment on column data.assessment_opinion.factor is 'Factor';
comment on column data.assessment_opinion.score is 'What they gave';
comment on column data.assessment_opinion.rationale is 'Their evidence and reason';
comment on column data.assessment_opinion.login is 'Who';
comment on column data.assessment_opinion.at is 'Business time';
-- Recorded as given, never computed and never one from the other; a correction is a new entry.
create table data.external_score (
	external_id uuid primary key default gen_random_uuid(),
	line_id uuid references data.line on delete cascade,
	group_id uuid references data.crime_group,
	scheme text collate "C" not null,
	value text not null check (value <> ''),
	on_day date not null,
	assessor text not null check (assessor <> ''),
	recorded_at timestamptz not null default clock_timestamp(),
	recorded_by text collate "C" not null default session_user,
	check (num_nonnulls(line_id, group_id) = 1)
);
create index external_score_line on data.external_score (line_id, on_day);
create index external_score_group on data.external_score (group_id, on_day);
comment on table data.external_score is 'Scores that other schemes gave a line or a group';
comment on column data.external_score.external_id is 'Identity';
comment on column data.external_score.line_id is 'Line';
comment on column data.external_score.group_id is 'Group';
comment on column data.external_score.scheme is 'ref.word, external_scheme';
comment on column data.external_score.value is 'As given';
comment on column data.external_score.on_day is 'Day it was given';
comment on column data.external_score.assessor is 'Who gave it';
comment on column data.external_score.recorded_at is 'When entered, by the server''s own clock';
comment on column data.external_score.recorded_by is 'Login that entered it';
-- Names differ by a number far more often than brands do, so the trigrams of brands are few and rare where
-- those of a million names are neither. A brand that no line has any more stays: it costs nothing.
create table search.brand (
	brand text primary key
);
create index brand_text on search.brand using gin (brand search.gin_trgm_ops) with (fastupdate = off);
comment on table search.brand is 'Brands of open lines under a trigram index: names and aliases without their numbers';
comment on column search.brand.brand is 'Normalised name or alias without numbers';
create table search.name (
	area text collate "C" not null,
	brand text collate "C" not null,
	line_id uuid not null,
	primary key (area, brand, line_id)
);
comment on table search.name is 'Which open lines sell under a brand in a market, reached by search.near_names only';
comment on column search.name.area is 'Market, from data.line.imports';
comment on column search.name.brand is 'Brand, from data.line.search_text';
comment on column search.name.line_id is 'Line';
comment on column audit.consultation.lsn is 'Where the server''s log stood before it: flushed past here, it is on disk';
-- The rows of an import of arrests, charges, safeguarding or disruptions once they are known to be good:
-- `what` and `there` have the columns of the event's own table.
create unlogged table data.import_event (
	import_id uuid not null,
	line integer not null,
	event_ref text collate "C" not null,
	person_ref text collate "C",
	line_id uuid,
	what jsonb not null,
	there jsonb,
	verdict text not null check (verdict in ('new', 'changed', 'same')),
	primary key (import_id, event_ref)
);
comment on table data.import_event is 'Good rows of imports of events under way';
comment on column data.import_event.import_id is 'The import';
comment on column data.import_event.line is 'Line of the file';
comment on column data.import_event.event_ref is 'Reference of the event';
comment on column data.import_event.person_ref is 'Reference of the person; null where the kind names none';
comment on column data.import_event.line_id is 'The line it happened on; null for none';
comment on column data.import_event.what is 'What the row says';
comment on column data.import_event.there is 'The event that is there; null for a new one';
comment on column data.import_event.verdict is 'What the row does';
-- A step is one thing a person may do to a record: edit a line, propose a score, ratify an outcome. A
-- step is a row here, its fields in ref.step_field, and a function data.step_STEP; forms, scripts and
-- psql all take it through api.step, so each rule stands once.
create table ref.step (
	step text collate "C" primary key check (step ~ '^[a-z][a-z0-9_]*$'),
	label text not null,
	help text not null,
	object text collate "C" not null check (object in
		('none', 'line', 'group', 'assessment', 'outcome', 'deconfliction', 'event')),
	roles text[] not null check (roles <@ array['analyst', 'lro', 'supervisor', 'auditor', 'admin']),
	scope text not null default 'held' check (scope in ('held', 'seen')),
	prefilled boolean not null default false,
	previewed boolean not null default false,
	factors boolean not null default false,
	position int not null
);
comment on table ref.step is 'What may be done to records, and by whom; taken through api.step';
comment on column ref.step.step is 'Code; the function is data.step_ and this';
comment on column ref.step.label is 'What a person reads in the menu of what can be done';
comment on column ref.step.help is 'What it does, in a sentence';
comment on column ref.step.object is 'Kind of record it is done to; none where it makes a new one';
comment on column ref.step.roles is 'Roles that may';
comment on column ref.step.scope is 'held: of a line that the own force holds, or of an LRO''s own unit; seen: any the caller sees';
comment on column ref.step.prefilled is 'data.values_STEP(id) gives the fields their first values and notes';
comment on column ref.step.previewed is 'data.preview_STEP(id, cells) tells what it would do';
comment on column ref.step.factors is 'Its form has the factors of the score model in force';
comment on column ref.step.position is 'Order in menus';
-- What a step wants to be told. Checks that need one field only are driven by this table, as those of
-- files are by ref.import_column; the step's own function does the rest.
create table ref.step_field (
	step text collate "C" not null references ref.step,
	name text collate "C" not null,
	position int not null,
	section text not null default '',
	label text not null,
	help text not null default '',
	shape text not null check (shape in
		('reference', 'text', 'block', 'texts', 'term', 'terms', 'groups', 'date', 'day', 'flag', 'number', 'scale', 'phones')),
	vocabulary text check ((vocabulary is not null) = (shape in ('term', 'terms'))),
	required boolean not null default false,
	max_length int not null,
	since_line boolean not null default false check (not since_line or shape = 'date'),
	primary key (step, name)
);
comment on table ref.step_field is 'Fields of the steps: the forms of the console, and what api.step takes';
comment on column ref.step_field.step is 'Whose field it is';
comment on column ref.step_field.name is 'Its key in the cells';
comment on column ref.step_field.position is 'Order on the form';
comment on column ref.step_field.section is 'Heading it stands under';
comment on column ref.step_field.label is 'What a person reads beside it';
comment on column ref.step_field.help is 'What to put there';
comment on column ref.step_field.shape is 'What it looks like: data.cell_fault. A date is past or today, a day may be to come';
comment on column ref.step_field.vocabulary is 'Where its terms come from (api.terms)';
comment on column ref.step_field.required is 'Must not be empty';
comment on column ref.step_field.max_length is 'Characters it may have; of a number or a scale the highest value';
comment on column ref.step_field.since_line is 'Not before the line was first seen';
-- Short vocabularies that need nothing but a word and what it means.
create table ref.word (
	vocabulary text not null,
	code text collate "C" not null,
	label text not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (vocabulary, code),
	check (valid_from <= valid_to)
);
comment on table ref.word is 'Short vocabularies: what identifiers, grades, routes and ranks can be';
comment on column ref.word.vocabulary is 'Which, as in api.terms';
comment on column ref.word.code is 'Code in files';
comment on column ref.word.label is 'What a person reads';
comment on column ref.word.position is 'Order in lists';
comment on column ref.word.valid_from is 'First day of validity';
comment on column ref.word.valid_to is 'Last day of validity';
-- The lower key of the two is line_a, so that a pair is one pair. `same` stays open until they are merged.
create table data.deconfliction (
	deconfliction_id uuid primary key default gen_random_uuid(),
	line_a uuid not null references data.line on delete cascade,
	line_b uuid not null references data.line on delete cascade,
	cause text collate "C" not null check (cause in ('number', 'brand', 'spelling')),
	state text collate "C" not null default 'open' check (state in ('open', 'same', 'different', 'merged')),
	is_open boolean not null generated always as (state in ('open', 'same')) stored,
	raised_on date not null,
	raised_by text collate "C" not null default session_user,
	decided_on date,
	decided_by text collate "C",
	rationale text not null default '',
	into_line uuid references data.line,
	row_version int not null default 1,
	check (line_a < line_b),
	check ((state = 'open') = (decided_by is null)),
	check ((decided_on is null) = (decided_by is null)),
	check (raised_on <= decided_on),
	check ((into_line is not null) = (state = 'merged'))
);
create unique index deconfliction_open on data.deconfliction (line_a, line_b) where is_open;
create index deconfliction_a on data.deconfliction (line_a);
create index deconfliction_b on data.deconfliction (line_b);
comment on table data.deconfliction is 'Two lines that may be one: neither is tasked until somebody says';
comment on column data.deconfliction.deconfliction_id is 'Identity';
comment on column data.deconfliction.line_a is 'One line';
comment on column data.deconfliction.line_b is 'The other';
comment on column data.deconfliction.cause is 'The same active number, the same brand in the same market, or a close spelling';
comment on column data.deconfliction.state is 'open, same (to be merged), different, merged';
comment on column data.deconfliction.is_open is 'Keeps both lines from being tasked';
comment on column data.deconfliction.raised_on is 'Day, of the business clock';
comment on column data.deconfliction.raised_by is 'Whose saving raised it';
comment on column data.deconfliction.decided_on is 'Day';
comment on column data.deconfliction.decided_by is 'Who said what they are';
comment on column data.deconfliction.rationale is 'Why';
comment on column data.deconfliction.into_line is 'Which of the two went on';
comment on column data.deconfliction.row_version is 'Goes up with every change';
-- The answer to "did it happen?" after a lost connection, and why the same key does it once.
create table data.operation (
	login text collate "C" not null default session_user,
	op uuid not null,
	step text collate "C" not null,
	object_id uuid,
	ref text,
	version int,
	said text,
	at timestamptz not null default clock_timestamp(),
	primary key (login, op)
);
comment on table data.operation is 'Steps that were taken, by the operation key of the client';
comment on column data.operation.login is 'Who took it';
comment on column data.operation.op is 'The client''s key: the same key is the same step';
comment on column data.operation.step is 'Which';
comment on column data.operation.object_id is 'The record it made or changed';
comment on column data.operation.ref is 'Its reference';
comment on column data.operation.version is 'Its version since';
comment on column data.operation.said is 'What was answered';
comment on column data.operation.at is 'When, by the server''s own clock';
-- Unlogged would be lost with the server; what is typed must not be.
create table data.draft (
	login text collate "C" not null default session_user,
	step text collate "C" not null references ref.step,
	object_id uuid not null,
	version int not null,
	cells jsonb not null,
	saved_at timestamptz not null default clock_timestamp(),
	primary key (login, step, object_id)
);
comment on table data.draft is 'Forms begun and not yet saved; everybody has their own';
comment on column data.draft.login is 'Whose';
comment on column data.draft.step is 'What it would do';
comment on column data.draft.object_id is 'To which record; the nil key where it would make one';
comment on column data.draft.version is 'The version of the record it began from';
comment on column data.draft.cells is 'What was typed, by field';
comment on column data.draft.saved_at is 'When, by the server''s own clock';
-- What was done to a line, with the reason. Reasons are free words and may speak of people: they are
-- read through the dossier only.
create table data.line_event (
	event_id bigint generated always as identity primary key,
	line_id uuid not null references data.line on delete cascade,
	at timestamptz not null,
	login text collate "C" not null default session_user,
	step text collate "C" not null,
	object_id uuid,
	said text not null,
	reason text not null default ''
);
create index line_event_line on data.line_event (line_id, at);
comment on table data.line_event is 'Steps taken on lines, oldest first; never changed';
comment on column data.line_event.event_id is 'Order';
comment on column data.line_event.line_id is 'Line';
comment on column data.line_event.at is 'Business time';
comment on column data.line_event.login is 'Who';
comment on column data.line_event.step is 'ref.step';
comment on column data.line_event.object_id is 'The record of the line it was done to';
comment on column data.line_event.said is 'What was done';
comment on column data.line_event.reason is 'Why, in the words of who did it';
