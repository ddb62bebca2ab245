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
-- DPA 2018 s.38(3): who is suspected, convicted, a victim or a witness is kept apart.
create table ref.person_category (
	code text collate "C" primary key,
	label text not null,
	offender boolean not null,
	protected boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to),
	check (not (offender and protected))
);
comment on table ref.person_category is 'What a person is to a line; a person may be more than one thing to it';
comment on column ref.person_category.code is 'Code in files';
comment on column ref.person_category.label is 'What a person reads';
comment on column ref.person_category.offender is 'Counted among offenders: suspected, charged or convicted';
comment on column ref.person_category.protected is 'Never in lists, exports or reports about offenders';
comment on column ref.person_category.position is 'Order in lists';
comment on column ref.person_category.valid_from is 'First day of validity';
comment on column ref.person_category.valid_to is 'Last day of validity';
-- A reference and nothing else: who it is stands in the systems that hold names. Personal data all the
-- same, since it can be led back.
create table data.person (
	person_id uuid primary key default gen_random_uuid(),
	person_ref text collate "C" not null unique check (person_ref <> ''),
	child boolean not null default false,
	created_at timestamptz not null default clock_timestamp(),
	created_by text collate "C" not null default session_user
);
comment on table data.person is 'People by pseudonymous reference: personal data, read through api.consult and api.dossier only';
comment on column data.person.person_id is 'Identity across forces';
comment on column data.person.person_ref is 'Pseudonymous reference';
comment on column data.person.child is 'Under eighteen: shown to whom consults the record, never listed';
comment on column data.person.created_at is 'When entered, by the server''s own clock';
comment on column data.person.created_by is 'Login that entered it';
-- One person may be victim and suspect of one line: two rows, never merged.
create table data.line_person (
	line_id uuid not null references data.line on delete cascade,
	person_id uuid not null references data.person,
	category text collate "C" not null references ref.person_category,
	since date not null,
	until date not null default 'infinity',
	fact boolean not null default false,
	basis text not null default '',
	entered_by text collate "C" not null default session_user,
	entered_at timestamptz not null default clock_timestamp(),
	primary key (line_id, person_id, category),
	check (since <= until)
);
create index line_person_person on data.line_person (person_id);
comment on table data.line_person is 'What people are to a line: personal data, read through api.consult and api.dossier only';
comment on column data.line_person.line_id is 'Line';
comment on column data.line_person.person_id is 'Person';
comment on column data.line_person.category is 'ref.person_category';
comment on column data.line_person.since is 'First day known';
comment on column data.line_person.until is 'Last day known; infinity while it lasts';
comment on column data.line_person.fact is 'A fact (a charge, a conviction), not somebody''s assessment: DPA 2018 s.38(2)';
comment on column data.line_person.basis is 'What it rests on';
comment on column data.line_person.entered_by is 'Login that entered it';
comment on column data.line_person.entered_at is 'When, by the server''s own clock';
-- Graded 3x5x2. Never changed: a correction is a new entry that names the one it corrects. What identifies
-- a source has no place in it; source_ref leads back to the report.
create table data.intel (
	intel_id uuid primary key default gen_random_uuid(),
	line_id uuid not null references data.line on delete cascade,
	on_day date not null,
	source_grade text collate "C" not null,
	intel_grade text collate "C" not null,
	handling text collate "C" not null,
	conditions text not null default '',
	statement text collate "C" not null,
	body text not null check (body <> ''),
	source_ref text not null check (source_ref <> ''),
	corrects uuid references data.intel,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	check (handling <> 'C' or conditions <> '')
);
create index intel_line on data.intel (line_id, on_day);
comment on table data.intel is 'Intelligence on lines: personal data, read through api.consult and api.dossier only';
comment on column data.intel.intel_id is 'Identity';
comment on column data.intel.line_id is 'Line';
comment on column data.intel.on_day is 'Day it speaks of';
comment on column data.intel.source_grade is '1 to 3';
comment on column data.intel.intel_grade is 'A to E';
comment on column data.intel.handling is 'P, or C with its conditions';
comment on column data.intel.conditions is 'Of handling code C; they travel with the entry';
comment on column data.intel.statement is 'fact or assessment: DPA 2018 s.38(2)';
comment on column data.intel.body is 'What it says, sanitised';
comment on column data.intel.source_ref is 'Reference back to the original report';
comment on column data.intel.corrects is 'The entry it corrects';
comment on column data.intel.entered_at is 'Business time it was entered';
comment on column data.intel.entered_by is 'Login that entered it';
create table ref.closure_definition (
	code text collate "C" primary key,
	kind text collate "C" not null check (kind in ('type1', 'type2')),
	label text not null,
	wording text not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.closure_definition is 'Versions of what a closure is: each outcome keeps the one it was claimed by';
comment on column ref.closure_definition.code is 'Code of the version';
comment on column ref.closure_definition.kind is 'type1 or type2';
comment on column ref.closure_definition.label is 'What a person reads';
comment on column ref.closure_definition.wording is 'The definition';
comment on column ref.closure_definition.valid_from is 'First day a closure may be claimed by it';
comment on column ref.closure_definition.valid_to is 'Last day';
insert into ref.closure_definition (code, kind, label, wording) values
	('T1-2022', 'type1', 'Type 1, three proofs',
		'Bulk messages offering Class A; the phone line recovered, so that it is shown disabled; the holder charged with a relevant supply offence.'),
	('T2-2022', 'type2', 'Type 2, deactivation', 'A number linked to the line is deactivated; no charge is needed.');
create table ref.bank_holiday (
	day date primary key,
	label text not null
);
comment on table ref.bank_holiday is 'Days in England and Wales that are no working days, beside weekends';
comment on column ref.bank_holiday.day is 'Day';
comment on column ref.bank_holiday.label is 'What it is';
insert into ref.bank_holiday values
	('2022-04-15', 'Good Friday'), ('2022-04-18', 'Easter Monday'), ('2022-05-02', 'Early May'), ('2022-06-02', 'Spring'),
	('2022-06-03', 'Platinum Jubilee'), ('2022-08-29', 'Summer'), ('2022-09-19', 'State Funeral'), ('2022-12-26', 'Boxing Day'),
	('2022-12-27', 'Christmas Day, in lieu'), ('2023-01-02', 'New Year, in lieu'), ('2023-04-07', 'Good Friday'),
	('2023-04-10', 'Easter Monday'), ('2023-05-01', 'Early May'), ('2023-05-08', 'Coronation'), ('2023-05-29', 'Spring'),
	('2023-08-28', 'Summer'), ('2023-12-25', 'Christmas Day'), ('2023-12-26', 'Boxing Day'), ('2024-01-01', 'New Year'),
	('2024-03-29', 'Good Friday'), ('2024-04-01', 'Easter Monday'), ('2024-05-06', 'Early May'), ('2024-05-27', 'Spring'),
	('2024-08-26', 'Summer'), ('2024-12-25', 'Christmas Day'), ('2024-12-26', 'Boxing Day'), ('2025-01-01', 'New Year'),
	('2025-04-18', 'Good Friday'), ('2025-04-21', 'Easter Monday'), ('2025-05-05', 'Early May'), ('2025-05-26', 'Spring'),
	('2025-08-25', 'Summer'), ('2025-12-25', 'Christmas Day'), ('2025-12-26', 'Boxing Day'), ('2026-01-01', 'New Year'),
	('2026-04-03', 'Good Friday'), ('2026-04-06', 'Easter Monday'), ('2026-05-04', 'Early May'), ('2026-05-25', 'Spring'),
	('2026-08-31', 'Summer'), ('2026-12-25', 'Christmas Day'), ('2026-12-28', 'Boxing Day, in lieu')
on conflict (day) do nothing;
-- Nothing is deleted: a mistake is voided with a reason, and figures restate.
create table data.arrest (
	event_id uuid primary key default gen_random_uuid(),
	event_ref text collate "C" not null unique check (event_ref <> ''),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	line_id uuid references data.line on delete cascade,
	person_id uuid not null references data.person,
	drugs_linked boolean not null,
	programme boolean not null,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	voided_at timestamptz,
	voided_by text collate "C",
	void_reason text,
	check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3)),
	check (not programme or line_id is not null)
);
create index arrest_day on data.arrest (on_day);
create index arrest_line on data.arrest (line_id);
comment on table data.arrest is 'Arrests';
comment on column data.arrest.event_id is 'Identity';
comment on column data.arrest.event_ref is 'Reference people use';
comment on column data.arrest.on_day is 'Day it happened';
comment on column data.arrest.unit is 'Unit it counts for';
comment on column data.arrest.line_id is 'Line';
comment on column data.arrest.person_id is 'Person: personal data';
comment on column data.arrest.drugs_linked is 'Linked to drugs';
comment on column data.arrest.programme is 'Would not have happened without the programme; force-wide figures are told apart';
comment on column data.arrest.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.arrest.entered_by is 'Login that entered it';
comment on column data.arrest.voided_at is 'Business time it was found wrong';
comment on column data.arrest.voided_by is 'Login that voided it';
comment on column data.arrest.void_reason is 'Why';
create table data.charge (
	event_id uuid primary key default gen_random_uuid(),
	event_ref text collate "C" not null unique check (event_ref <> ''),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	line_id uuid references data.line on delete cascade,
	person_id uuid not null references data.person,
	offence text collate "C" not null references ref.offence,
	class_a boolean not null,
	programme boolean not null,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	voided_at timestamptz,
	voided_by text collate "C",
	void_reason text,
	check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3)),
	check (not programme or line_id is not null)
);
create index charge_day on data.charge (on_day);
create index charge_line on data.charge (line_id);
comment on table data.charge is 'Charges';
comment on column data.charge.event_id is 'Identity';
comment on column data.charge.event_ref is 'Reference people use';
comment on column data.charge.on_day is 'Day it happened';
comment on column data.charge.unit is 'Unit it counts for';
comment on column data.charge.line_id is 'Line';
comment on column data.charge.person_id is 'Person: personal data';
comment on column data.charge.offence is 'ref.offence';
comment on column data.charge.class_a is 'A Class A drug is charged';
comment on column data.charge.programme is 'Would not have happened without the programme; force-wide figures are told apart';
comment on column data.charge.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.charge.entered_by is 'Login that entered it';
comment on column data.charge.voided_at is 'Business time it was found wrong';
comment on column data.charge.voided_by is 'Login that voided it';
comment on column data.charge.void_reason is 'Why';
create table data.safeguarding (
	event_id uuid primary key default gen_random_uuid(),
	event_ref text collate "C" not null unique check (event_ref <> ''),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	line_id uuid references data.line on delete cascade,
	person_id uuid not null references data.person,
	route text collate "C" not null,
	stage text collate "C" not null,
	mechanism text collate "C",
	consent text collate "C",
	programme boolean not null,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	voided_at timestamptz,
	voided_by text collate "C",
	void_reason text,
	check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3)),
	check (mechanism is distinct from 'MS1' or consent is not distinct from 'no'),
	check (not programme or line_id is not null)
);
create index safeguarding_day on data.safeguarding (on_day);
create index safeguarding_line on data.safeguarding (line_id);
comment on table data.safeguarding is 'Referrals to and engagement with services';
comment on column data.safeguarding.event_id is 'Identity';
comment on column data.safeguarding.event_ref is 'Reference people use';
comment on column data.safeguarding.on_day is 'Day it happened';
comment on column data.safeguarding.unit is 'Unit it counts for';
comment on column data.safeguarding.line_id is 'Line';
comment on column data.safeguarding.person_id is 'Person: personal data';
comment on column data.safeguarding.route is 'statutory or funded';
comment on column data.safeguarding.stage is 'referred or engaged';
comment on column data.safeguarding.mechanism is 'NRM, MS1 or another';
comment on column data.safeguarding.consent is 'Given, not given, or not needed of a child';
comment on column data.safeguarding.programme is 'Would not have happened without the programme; force-wide figures are told apart';
comment on column data.safeguarding.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.safeguarding.entered_by is 'Login that entered it';
comment on column data.safeguarding.voided_at is 'Business time it was found wrong';
comment on column data.safeguarding.voided_by is 'Login that voided it';
comment on column data.safeguarding.void_reason is 'Why';
create table data.disruption (
	event_id uuid primary key default gen_random_uuid(),
	event_ref text collate "C" not null unique check (event_ref <> ''),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	line_id uuid references data.line on delete cascade,
	group_id uuid references data.crime_group,
	grade text collate "C" not null,
	four_p text collate "C" not null,
	tactic text not null default '',
	drugs_linked boolean not null,
	arrested int not null default 0 check (arrested >= 0),
	arrested_drugs int not null default 0,
	trafficking_outcomes int not null default 0 check (trafficking_outcomes >= 0),
	programme boolean not null,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	voided_at timestamptz,
	voided_by text collate "C",
	void_reason text,
	check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3)),
	check (trafficking_outcomes <= arrested_drugs),
	check (arrested_drugs <= arrested),
	check (num_nonnulls(line_id, group_id) > 0)
);
create index disruption_day on data.disruption (on_day);
create index disruption_line on data.disruption (line_id);
comment on table data.disruption is 'What was done against groups';
comment on column data.disruption.event_id is 'Identity';
comment on column data.disruption.event_ref is 'Reference people use';
comment on column data.disruption.on_day is 'Day it happened';
comment on column data.disruption.unit is 'Unit it counts for';
comment on column data.disruption.line_id is 'Line';
comment on column data.disruption.group_id is 'Group it was done against';
comment on column data.disruption.grade is 'major, moderate, minor, none or negative, as the originator judges';
comment on column data.disruption.four_p is 'Pursue, Prevent, Protect or Prepare';
comment on column data.disruption.tactic is 'What was done';
comment on column data.disruption.drugs_linked is 'Linked to drugs';
comment on column data.disruption.arrested is 'People arrested';
comment on column data.disruption.arrested_drugs is 'Of them, linked to drugs';
comment on column data.disruption.trafficking_outcomes is 'Of those, with an outcome for drug trafficking';
comment on column data.disruption.programme is 'Would not have happened without the programme; force-wide figures are told apart';
comment on column data.disruption.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.disruption.entered_by is 'Login that entered it';
comment on column data.disruption.voided_at is 'Business time it was found wrong';
comment on column data.disruption.voided_by is 'Login that voided it';
comment on column data.disruption.void_reason is 'Why';
create table data.seizure (
	event_id uuid primary key default gen_random_uuid(),
	event_ref text collate "C" not null unique check (event_ref <> ''),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	line_id uuid not null references data.line on delete cascade,
	what text not null check (what <> ''),
	quantity numeric check (quantity >= 0),
	measure text not null default '',
	class_a boolean not null,
	programme boolean not null,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	voided_at timestamptz,
	voided_by text collate "C",
	void_reason text,
	check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3))
);
create index seizure_day on data.seizure (on_day);
create index seizure_line on data.seizure (line_id);
comment on table data.seizure is 'What was seized';
comment on column data.seizure.event_id is 'Identity';
comment on column data.seizure.event_ref is 'Reference people use';
comment on column data.seizure.on_day is 'Day it happened';
comment on column data.seizure.unit is 'Unit it counts for';
comment on column data.seizure.line_id is 'Line';
comment on column data.seizure.what is 'Drug, phone, money, weapon';
comment on column data.seizure.quantity is 'How much';
comment on column data.seizure.measure is 'In what unit';
comment on column data.seizure.class_a is 'A Class A drug';
comment on column data.seizure.programme is 'Would not have happened without the programme; force-wide figures are told apart';
comment on column data.seizure.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.seizure.entered_by is 'Login that entered it';
comment on column data.seizure.voided_at is 'Business time it was found wrong';
comment on column data.seizure.voided_by is 'Login that voided it';
comment on column data.seizure.void_reason is 'Why';
create table data.ddtro (
	event_id uuid primary key default gen_random_uuid(),
	event_ref text collate "C" not null unique check (event_ref <> ''),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	line_id uuid not null references data.line on delete cascade,
	applicant_rank text collate "C" not null,
	compliance_due date not null,
	identifiers int not null check (identifiers > 0),
	complied_on date,
	discharged_on date,
	row_version int not null default 1,
	entered_at timestamptz not null,
	entered_by text collate "C" not null default session_user,
	voided_at timestamptz,
	voided_by text collate "C",
	void_reason text,
	check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3)),
	check (on_day <= compliance_due),
	check (on_day <= complied_on),
	check (on_day <= discharged_on)
);
create index ddtro_day on data.ddtro (on_day);
create index ddtro_line on data.ddtro (line_id);
comment on table data.ddtro is 'Drug dealing telecommunications restriction orders';
comment on column data.ddtro.event_id is 'Identity';
comment on column data.ddtro.event_ref is 'Reference people use';
comment on column data.ddtro.on_day is 'Day of the order';
comment on column data.ddtro.unit is 'Unit it counts for';
comment on column data.ddtro.line_id is 'Line';
comment on column data.ddtro.applicant_rank is 'Superintendent or above';
comment on column data.ddtro.compliance_due is 'End of the fifth working day after the order, unless it says otherwise';
comment on column data.ddtro.identifiers is 'How many it restricts';
comment on column data.ddtro.complied_on is 'Day the provider complied';
comment on column data.ddtro.discharged_on is 'Day it was discharged';
comment on column data.ddtro.row_version is 'Goes up with every change';
comment on column data.ddtro.entered_at is 'Business time it was entered, for figures as at a day';
comment on column data.ddtro.entered_by is 'Login that entered it';
comment on column data.ddtro.voided_at is 'Business time it was found wrong';
comment on column data.ddtro.voided_by is 'Login that voided it';
comment on column data.ddtro.void_reason is 'Why';
-- An outcome of a line, not of a person. A Type 1 cannot be written without its three proofs, each with a
-- date and a source.
create table data.closure (
	closure_id uuid primary key default gen_random_uuid(),
	outcome_ref text collate "C" not null unique check (outcome_ref <> ''),
	line_id uuid not null references data.line on delete cascade,
	kind text collate "C" not null check (kind in ('type1', 'type2')),
	definition text collate "C" not null references ref.closure_definition,
	state text collate "C" not null check (state in ('claimed', 'provisional', 'verified', 'revoked', 'refused')),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	bulk_on date,
	bulk_source text,
	recovered_on date,
	recovered_source text,
	charge_id uuid references data.charge,
	deactivated_on date,
	deactivated_source text,
	claimed_by text collate "C" not null default session_user,
	claimed_on date not null,
	ratified_by text collate "C",
	ratified_on date,
	check_back_due date,
	check_back_on date,
	check_back_source text,
	reason text not null default '',
	row_version int not null default 1,
	check (kind <> 'type1' or num_nonnulls(bulk_on, nullif(bulk_source, ''), recovered_on, nullif(recovered_source, ''), charge_id) = 5),
	check (kind <> 'type2' or num_nonnulls(deactivated_on, nullif(deactivated_source, '')) = 2),
	check (ratified_by <> claimed_by),
	check (state in ('claimed', 'refused') or ratified_by is not null),
	check (kind <> 'type1' or state not in ('provisional') or check_back_due is not null),
	check (kind <> 'type1' or state <> 'verified' or check_back_on is not null),
	check (state not in ('revoked', 'refused') or reason <> ''),
	check (on_day <= check_back_on)
);
-- A line that sells on after a Type 2, under another number, can come to a Type 1.
create unique index closure_live on data.closure (line_id)
	where state in ('claimed', 'provisional') or kind = 'type1' and state = 'verified';
create index closure_day on data.closure (on_day);
create index closure_line on data.closure (line_id);
create index closure_due on data.closure (check_back_due) where state = 'provisional';
comment on table data.closure is 'Type 1 and Type 2 outcomes: what closed a line, with its proofs';
comment on column data.closure.closure_id is 'Identity';
comment on column data.closure.outcome_ref is 'Reference people use';
comment on column data.closure.line_id is 'Line that was closed';
comment on column data.closure.kind is 'type1 or type2';
comment on column data.closure.definition is 'Version of the definition it was claimed by';
comment on column data.closure.state is 'claimed, provisional, verified, revoked or refused';
comment on column data.closure.on_day is 'Day the line was closed';
comment on column data.closure.unit is 'Unit it counts for';
comment on column data.closure.bulk_on is 'Day of the bulk messages offering Class A';
comment on column data.closure.bulk_source is 'Where that is evidenced';
comment on column data.closure.recovered_on is 'Day the phone line was recovered and shown disabled';
comment on column data.closure.recovered_source is 'Where that is evidenced';
comment on column data.closure.charge_id is 'The charge of the holder, on this line';
comment on column data.closure.deactivated_on is 'Type 2: day the number was deactivated';
comment on column data.closure.deactivated_source is 'Where that is evidenced';
comment on column data.closure.claimed_by is 'Who claimed it; "file" for an import';
comment on column data.closure.claimed_on is 'Day';
comment on column data.closure.ratified_by is 'Supervisor who ratified it; never the claimant';
comment on column data.closure.ratified_on is 'Day';
comment on column data.closure.check_back_due is 'Day it has to be looked at again';
comment on column data.closure.check_back_on is 'Day it was';
comment on column data.closure.check_back_source is 'Where the result is evidenced';
comment on column data.closure.reason is 'Why it was refused or revoked';
comment on column data.closure.row_version is 'Goes up with every step';
-- Figures as at a day are counted from here: a revocation restates what is counted after it, and not what
-- was counted before.
create table data.closure_state (
	closure_id uuid not null references data.closure on delete cascade,
	at timestamptz not null,
	n int not null,
	state text collate "C" not null,
	login text collate "C" not null default session_user,
	reason text not null default '',
	primary key (closure_id, n)
);
create index closure_state_at on data.closure_state (at);
comment on table data.closure_state is 'Every state an outcome was in';
comment on column data.closure_state.closure_id is 'Outcome';
comment on column data.closure_state.at is 'Business time';
comment on column data.closure_state.n is 'Order';
comment on column data.closure_state.state is 'The state from then on';
comment on column data.closure_state.login is 'Who brought it there';
comment on column data.closure_state.reason is 'Why, where it was refused or revoked';
insert into ref.import_kind (kind, label, position)
values ('groups', 'group', 1),
       ('lines', 'line', 2),
       ('assessments', 'factor of an assessment', 3),
       ('arrests', 'arrest', 4),
       ('charges', 'charge', 5),
       ('safeguarding', 'referral or engagement', 6),
       ('disruptions', 'disruption', 7),
       ('outcomes', 'outcome', 8)
on conflict (kind) do update set label = excluded.label, position = excluded.position;
insert into ref.import_column (kind, name, position, required, fillable, shape, vocabulary, max_length)
values ('groups', 'group_ref', 1, true, true, 'reference', null, 32),
       ('groups', 'kind', 2, true, true, 'term', 'group_kind', 20),
       ('groups', 'name', 3, true, true, 'text', null, 120),
       ('groups', 'mapped', 4, false, true, 'flag', null, 3),
       ('groups', 'band', 5, false, false, 'term', 'group_band', 40),
       ('lines', 'line_ref', 1, true, true, 'reference', null, 32),
       ('lines', 'name', 2, true, true, 'text', null, 120),
       ('lines', 'aliases', 3, false, false, 'texts', null, 2000),
       ('lines', 'status', 4, true, true, 'term', 'status', 40),
       ('lines', 'export_force', 5, true, true, 'term', 'force', 60),
       ('lines', 'export_npu', 6, false, false, 'term', 'npu', 10),
       ('lines', 'imports', 7, false, false, 'terms', 'location', 4000),
       ('lines', 'drugs', 8, false, false, 'terms', 'drug', 1000),
       ('lines', 'bulk_marketing', 9, false, true, 'flag', null, 3),
       ('lines', 'first_seen', 10, true, true, 'date', null, 10),
       ('lines', 'last_seen', 11, true, true, 'date', null, 10),
       ('lines', 'lro', 12, false, false, 'term', 'lro', 63),
       ('lines', 'groups', 13, false, false, 'groups', null, 2000),
       ('lines', 'numbers', 14, false, false, 'phones', null, 4000),
       ('assessments', 'line_ref', 1, true, true, 'reference', null, 32),
       ('assessments', 'signed_on', 2, true, true, 'date', null, 10),
       ('assessments', 'model', 3, true, true, 'reference', null, 32),
       ('assessments', 'factor', 4, true, true, 'reference', null, 64),
       ('assessments', 'score', 5, true, true, 'number', null, 9),
       ('assessments', 'rationale', 6, true, true, 'block', null, 4000),
       ('assessments', 'second_by', 7, false, false, 'text', null, 63),
       ('arrests', 'event_ref', 1, true, true, 'reference', null, 32),
       ('arrests', 'on', 2, true, true, 'date', null, 10),
       ('arrests', 'unit', 3, true, true, 'term', 'unit', 20),
       ('arrests', 'line_ref', 4, true, false, 'reference', null, 32),
       ('arrests', 'person_ref', 5, true, true, 'reference', null, 32),
       ('arrests', 'drugs_linked', 6, true, true, 'flag', null, 3),
       ('arrests', 'programme', 7, true, true, 'flag', null, 3),
       ('charges', 'event_ref', 1, true, true, 'reference', null, 32),
       ('charges', 'on', 2, true, true, 'date', null, 10),
       ('charges', 'unit', 3, true, true, 'term', 'unit', 20),
       ('charges', 'line_ref', 4, true, false, 'reference', null, 32),
       ('charges', 'person_ref', 5, true, true, 'reference', null, 32),
       ('charges', 'offence', 6, true, true, 'term', 'offence', 20),
       ('charges', 'programme', 7, true, true, 'flag', null, 3),
       ('charges', 'class_a', 8, false, false, 'flag', null, 3),
       ('safeguarding', 'event_ref', 1, true, true, 'reference', null, 32),
       ('safeguarding', 'on', 2, true, true, 'date', null, 10),
       ('safeguarding', 'unit', 3, true, true, 'term', 'unit', 20),
       ('safeguarding', 'line_ref', 4, true, false, 'reference', null, 32),
       ('safeguarding', 'person_ref', 5, true, true, 'reference', null, 32),
       ('safeguarding', 'route', 6, true, true, 'term', 'route', 20),
       ('safeguarding', 'stage', 7, true, true, 'term', 'stage', 20),
       ('safeguarding', 'programme', 8, true, true, 'flag', null, 3),
       ('disruptions', 'event_ref', 1, true, true, 'reference', null, 32),
       ('disruptions', 'on', 2, true, true, 'date', null, 10),
       ('disruptions', 'unit', 3, true, true, 'term', 'unit', 20),
       ('disruptions', 'group_ref', 4, true, false, 'groups', null, 32),
       ('disruptions', 'line_ref', 5, true, false, 'reference', null, 32),
       ('disruptions', 'grade', 6, true, true, 'term', 'grade', 20),
       ('disruptions', 'four_p', 7, true, true, 'term', 'four_p', 20),
       ('disruptions', 'drugs_linked', 8, true, true, 'flag', null, 3),
       ('disruptions', 'arrested', 9, true, false, 'number', null, 9),
       ('disruptions', 'arrested_drugs', 10, true, false, 'number', null, 9),
       ('disruptions', 'trafficking_outcomes', 11, true, false, 'number', null, 9),
       ('disruptions', 'programme', 12, false, false, 'flag', null, 3),
       ('outcomes', 'outcome_ref', 1, true, true, 'reference', null, 32),
       ('outcomes', 'kind', 2, true, true, 'term', 'outcome_kind', 20),
       ('outcomes', 'line_ref', 3, true, true, 'reference', null, 32),
       ('outcomes', 'on', 4, true, true, 'date', null, 10),
       ('outcomes', 'unit', 5, true, true, 'term', 'unit', 20),
       ('outcomes', 'bulk_on', 6, true, false, 'date', null, 10),
       ('outcomes', 'bulk_source', 7, true, false, 'text', null, 200),
       ('outcomes', 'recovered_on', 8, true, false, 'date', null, 10),
       ('outcomes', 'recovered_source', 9, true, false, 'text', null, 200),
       ('outcomes', 'charge_ref', 10, true, false, 'reference', null, 32),
       ('outcomes', 'check_back_on', 11, false, false, 'date', null, 10),
       ('outcomes', 'check_back_result', 12, false, false, 'term', 'result', 20),
       ('outcomes', 'reason', 13, false, false, 'block', null, 2000)
on conflict (kind, name) do update
   set position = excluded.position, required = excluded.required, fillable = excluded.fillable,
       shape = excluded.shape, vocabulary = excluded.vocabulary, max_length = excluded.max_length;
-- What may be done to a line as a whole, and to two lines that may be one.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('line_add', 'Identify a new line', 'Puts a line on the grid. What may be the same line is looked for as you type.',
		'none', '{analyst,lro,supervisor}', 'held', true, true, false, 1),
	('line_edit', 'Edit the line', 'Changes what is known of the line; the version before stays in its history.',
		'line', '{analyst,lro,supervisor}', 'held', true, true, false, 10),
	('line_numbers', 'Add a number', 'Adds a telephone number or another identifier of the line.',
		'line', '{analyst,lro,supervisor}', 'held', false, false, false, 20),
	('number_state', 'Say what became of a number', 'In use, silent, disabled, or somebody else''s by now.',
		'line', '{analyst,lro,supervisor}', 'held', false, false, false, 21),
	('line_keep', 'Keep on the grid', 'The line was looked at and stays: it is reviewed as of today.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 80),
	('line_dormant', 'Make dormant', 'The line has fallen silent; it stays on the grid as dormant.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 81),
	('line_wake', 'Wake from dormant', 'The line sells again.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 82),
	('line_close', 'Close without an outcome', 'Takes the line off the grid. Type 1 and Type 2 closures have steps of their own.',
		'line', '{supervisor}', 'held', false, false, false, 83),
	('line_reopen', 'Reopen', 'Puts a closed line back on the grid.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 84),
	('line_unmerge', 'Undo the merge', 'Makes a merged line a line of its own again; the merge stays in the history.',
		'line', '{supervisor}', 'held', false, false, false, 85),
	('deconflict_different', 'They are different', 'Two lines after all: both can be tasked.',
		'deconfliction', '{analyst,supervisor}', 'held', true, false, false, 1),
	('deconflict_same', 'They are the same', 'One line under two names, to be merged; neither is tasked until then.',
		'deconfliction', '{analyst,supervisor}', 'held', true, false, false, 2),
	('deconflict_merge', 'Merge them', 'One goes on, the other leaves the grid; both histories stay, and it can be undone.',
		'deconfliction', '{supervisor}', 'held', true, false, false, 3)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
select s.step, f.*
from (values ('line_add'), ('line_edit')) s (step)
cross join (values
	('name', 10, 'What it is', 'Name', 'The brand it sells under, as in its messages; empty if it has none.', 'text', null, false, 120, false),
	('aliases', 11, 'What it is', 'Also known as', 'Other names, separated by ;', 'texts', null, false, 2000, false),
	('status', 12, 'What it is', 'Status', 'Closing a line has steps of its own.', 'term', 'status', true, 40, false),
	('bulk_marketing', 13, 'What it is', 'Bulk messages', 'Does it send bulk messages offering Class A?', 'flag', null, false, 3, false),
	('drugs', 14, 'What it is', 'Sells', 'Drugs, separated by ;', 'terms', 'drug', false, 1000, false),
	('export_force', 20, 'Where', 'Run from force', 'The force whose area it is run from.', 'term', 'force', true, 60, false),
	('export_npu', 21, 'Where', 'Run from NPU', 'The neighbourhood policing unit, where it is known.', 'term', 'npu', false, 10, false),
	('imports', 22, 'Where', 'Sells in', 'Forces and areas, separated by ;', 'terms', 'location', false, 4000, false),
	('first_seen', 30, 'When and who', 'First seen', 'Day of the first intelligence, like 2022-12-31.', 'date', null, true, 10, false),
	('last_seen', 31, 'When and who', 'Last seen', 'Day of the latest intelligence; empty for the same day.', 'date', null, false, 10, false),
	('lro', 32, 'When and who', 'LRO', 'Who answers for it in its unit.', 'term', 'lro', false, 63, false),
	('groups', 33, 'When and who', 'Groups behind it', 'References of OCGs and USGs, separated by ;', 'groups', null, false, 2000, false),
	('successor_of', 34, 'When and who', 'Goes on from', 'Reference of the closed line that this one takes over from.', 'reference', null, false, 32, false),
	('numbers', 40, 'Numbers to add', 'Numbers', 'Telephone numbers, separated by ; those it has already stand in its dossier.', 'phones', null, false, 4000, false)
) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
values
	('line_add', 'line_ref', 1, 'What it is', 'Reference', 'Empty for the next free one of the force.', 'reference', null, false, 32, false),
	('line_numbers', 'number', 1, '', 'Number', 'A telephone number like 07700 900123, or another identifier.', 'text', null, true, 40, false),
	('line_numbers', 'kind', 2, '', 'Kind', 'What sort of identifier it is; empty for a telephone number.', 'term', 'number_kind', false, 20, false),
	('line_numbers', 'first_seen', 3, '', 'First seen', 'Day it was first known to be this line''s.', 'date', null, true, 10, true),
	('number_state', 'number', 1, '', 'Number', 'One of the numbers of this line.', 'text', null, true, 40, false),
	('number_state', 'state', 2, '', 'Is now', '', 'term', 'number_state', true, 20, false),
	('number_state', 'on', 3, '', 'Since', 'Day it was known.', 'date', null, true, 10, true),
	('number_state', 'reason', 4, '', 'How it is known', 'What it rests on, with the source.', 'block', null, true, 2000, false),
	('line_keep', 'reason', 1, '', 'Reason', 'Why it stays: what was looked at and what is still expected of it.', 'block', null, true, 2000, false),
	('line_dormant', 'reason', 1, '', 'Reason', 'Since when it is silent, and how that is known.', 'block', null, true, 2000, false),
	('line_wake', 'reason', 1, '', 'Reason', 'What was heard.', 'block', null, true, 2000, false),
	('line_close', 'reason', 1, '', 'Reason', 'Why it leaves the grid without an outcome.', 'block', null, true, 2000, false),
	('line_reopen', 'reason', 1, '', 'Reason', 'What shows that it sells again.', 'block', null, true, 2000, false),
	('line_unmerge', 'reason', 1, '', 'Reason', 'Why it was not the same line after all.', 'block', null, true, 2000, false),
	('deconflict_different', 'rationale', 1, '', 'Rationale', 'What shows that they are two: holders, numbers, places.', 'block', null, true, 4000, false),
	('deconflict_same', 'rationale', 1, '', 'Rationale', 'What shows that they are one.', 'block', null, true, 4000, false),
	('deconflict_merge', 'into_ref', 1, '', 'Goes on', 'Reference of the one that stays on the grid.', 'reference', null, true, 32, false),
	('deconflict_merge', 'rationale', 2, '', 'Rationale', 'What shows that they are one, and why this one goes on.', 'block', null, true, 4000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
-- From a proposal to a signed score.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('assess_propose', 'Propose a score', 'Factor by factor, with the scores signed before beside them. An analyst moderates it, a supervisor signs it.',
		'line', '{lro,analyst}', 'held', true, true, true, 30),
	('external_add', 'Record an external score', 'What MoRiLE or OCG mapping gave, with date and assessor; never computed here.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 31),
	('external_group_add', 'Record an external score', 'What OCG mapping or MoRiLE gave the group, with date and assessor.',
		'group', '{analyst,supervisor}', 'held', true, false, false, 31),
	('assess_moderate', 'Moderate the proposed score', 'Another analyst looks at each factor and puts right what does not hold.',
		'assessment', '{analyst}', 'held', true, true, true, 1),
	('assess_second', 'Score it a second time', 'By yourself: what the first scorer gave is not shown.',
		'assessment', '{analyst,lro,supervisor}', 'held', true, true, true, 2),
	('assess_sign', 'Sign the score', 'It becomes the score of the line and can never be changed, only followed by a new one.',
		'assessment', '{supervisor}', 'held', true, true, false, 3),
	('assess_return', 'Return it to the proposer', 'With the reason; the proposer can propose anew from what was given.',
		'assessment', '{analyst,supervisor}', 'held', true, false, false, 4),
	('assess_withdraw', 'Withdraw the proposal', 'By who proposed it.',
		'assessment', '{analyst,lro}', 'held', true, false, false, 5)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('assess_propose', 'rationale', 1, '', 'In short', 'What the score rests on as a whole, for the meeting.', 'block', null, true, 4000, false),
	('assess_moderate', 'rationale', 1, '', 'In short', 'What was changed and why, or that it holds.', 'block', null, true, 4000, false),
	('assess_sign', 'signed_on', 1, '', 'Signed on', 'Empty for today.', 'date', null, false, 10, true),
	('assess_sign', 'reason', 2, '', 'Reason', 'Why you sign it.', 'block', null, true, 2000, false),
	('assess_return', 'reason', 1, '', 'Reason', 'What does not hold, factor by factor.', 'block', null, true, 2000, false),
	('assess_withdraw', 'reason', 1, '', 'Reason', 'Why it is withdrawn.', 'block', null, true, 2000, false),
	('external_add', 'scheme', 1, '', 'Scheme', '', 'term', 'external_scheme', true, 40, false),
	('external_add', 'value', 2, '', 'Score or band', 'As it was given.', 'text', null, true, 40, false),
	('external_add', 'on', 3, '', 'Given on', '', 'date', null, true, 10, true),
	('external_add', 'assessor', 4, '', 'Assessor', 'The unit or person who gave it.', 'text', null, true, 120, false),
	('external_group_add', 'scheme', 1, '', 'Scheme', '', 'term', 'external_scheme', true, 40, false),
	('external_group_add', 'value', 2, '', 'Score or band', 'As it was given.', 'text', null, true, 40, false),
	('external_group_add', 'on', 3, '', 'Given on', '', 'date', null, true, 10, false),
	('external_group_add', 'assessor', 4, '', 'Assessor', 'The unit or person who gave it.', 'text', null, true, 120, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
-- What came of a line: events, and outcomes that need their evidence.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('arrest_add', 'Record an arrest', 'A person arrested on this line, by pseudonymous reference.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 40),
	('charge_add', 'Record a charge', 'A person charged on this line.', 'line', '{analyst,supervisor}', 'held', false, false, false, 41),
	('safeguard_add', 'Record safeguarding', 'Somebody referred to, or engaged with, a service.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 42),
	('disruption_add', 'Record a disruption', 'What was done against the line or a group behind it, under one of the four Ps.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 43),
	('disruption_group_add', 'Record a disruption', 'What was done against the group, under one of the four Ps.', 'group', '{analyst,supervisor}', 'held', true, false, false, 43),
	('seizure_add', 'Record a seizure', 'Drugs, phones, money or weapons seized.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 44),
	('ddtro_add', 'Record a restriction order', 'A DDTRO. By itself it closes nothing.', 'line', '{analyst,supervisor}', 'held', false, false, false, 45),
	('type1_claim', 'Claim a Type 1 outcome', 'The line is closed for good: three proofs, each with a date and a source. What is missing is named as you type.',
		'line', '{analyst,lro,supervisor}', 'held', false, true, false, 60),
	('type2_claim', 'Claim a Type 2 outcome', 'A number was deactivated; no charge is needed.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 61),
	('outcome_ratify', 'Ratify the outcome', 'It closes the line. A Type 1 stays provisional until it is checked back.', 'outcome', '{supervisor}', 'held', true, true, false, 1),
	('outcome_refuse', 'Refuse the outcome', 'The line stays open.', 'outcome', '{supervisor}', 'held', true, false, false, 2),
	('checkback_pass', 'Check-back passed', 'The number is still out of use: the Type 1 is verified.', 'outcome', '{analyst,lro,supervisor}', 'held', true, false, false, 3),
	('checkback_fail', 'Check-back failed', 'The number is in use again: the Type 1 is revoked and the line open.', 'outcome', '{analyst,lro,supervisor}', 'held', true, false, false, 4),
	('outcome_revoke', 'Revoke the outcome', 'It does not stand up any more; figures restate.', 'outcome', '{supervisor}', 'held', true, false, false, 5),
	('ddtro_comply', 'Complied with', 'The provider has complied with the order.', 'event', '{analyst,supervisor}', 'held', true, false, false, 1),
	('event_void', 'Void the event', 'It was recorded wrongly; it stays to be seen, and figures restate.', 'event', '{analyst,supervisor}', 'held', true, false, false, 2)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add'), ('seizure_add'), ('ddtro_add'), ('disruption_add'),
	('disruption_group_add'), ('type1_claim'), ('type2_claim')) e (step)
cross join (values
	('on', 1, '', 'On', 'The day it happened.', 'date', null, true, 10, true),
	('unit', 2, '', 'Unit', 'Whose result it is.', 'term', 'unit', true, 20, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add')) e (step)
cross join (values
	('person_ref', 3, '', 'Person', 'Pseudonymous reference; never a name.', 'reference', null, true, 32, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add'), ('seizure_add'), ('disruption_add'), ('disruption_group_add')) e (step)
cross join (values
	('programme', 30, '', 'Programme', 'Would it not have happened without programme funding?', 'flag', null, true, 3, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('disruption_add'), ('disruption_group_add')) e (step)
cross join (values
	('grade', 10, '', 'Grade', 'As the originator judges what it did to them.', 'term', 'grade', true, 20, false),
	('four_p', 11, '', 'Under', 'Which of the four Ps.', 'term', 'four_p', true, 20, false),
	('tactic', 12, '', 'What was done', 'A warrant, a closure order, a visit, messages to customers.', 'text', null, false, 200, false),
	('drugs_linked', 13, '', 'Linked to drugs', '', 'flag', null, true, 3, false),
	('arrested', 14, '', 'Arrested', 'People arrested in it; empty for none.', 'number', null, false, 9999, false),
	('arrested_drugs', 15, '', 'Of them for drugs', 'Those linked to drugs.', 'number', null, false, 9999, false),
	('trafficking_outcomes', 16, '', 'Of those, trafficking', 'With an outcome for drug trafficking.', 'number', null, false, 9999, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
values
	('arrest_add', 'drugs_linked', 10, '', 'Linked to drugs', '', 'flag', null, true, 3, false),
	('charge_add', 'event_ref', 4, '', 'Reference', 'Of the charge; empty for one of our own.', 'reference', null, false, 32, false),
	('charge_add', 'offence', 10, '', 'Offence', 'Only relevant supply offences count for a Type 1.', 'term', 'offence', true, 20, false),
	('charge_add', 'class_a', 11, '', 'Class A', 'Is a Class A drug charged?', 'flag', null, true, 3, false),
	('safeguard_add', 'child', 4, '', 'Child', 'Under eighteen: no consent is needed.', 'flag', null, true, 3, false),
	('safeguard_add', 'route', 10, '', 'Service', 'Statutory, or funded by the programme.', 'term', 'route', true, 20, false),
	('safeguard_add', 'stage', 11, '', 'Stage', 'Referred, or engaged: only engagement counts as such.', 'term', 'stage', true, 20, false),
	('safeguard_add', 'mechanism', 12, '', 'Mechanism', 'NRM, or MS1 where an adult does not consent.', 'term', 'mechanism', false, 20, false),
	('safeguard_add', 'consent', 13, '', 'Consent', 'Of an adult.', 'term', 'consent', false, 20, false),
	('disruption_add', 'group_ref', 3, '', 'Group', 'The OCG or USG it was done against; empty for the line alone.', 'groups', null, false, 32, false),
	('seizure_add', 'what', 10, '', 'What', 'Heroin, crack cocaine, a phone, cash, a knife.', 'text', null, true, 120, false),
	('seizure_add', 'quantity', 11, '', 'How much', 'A whole number.', 'number', null, false, 999999999, false),
	('seizure_add', 'measure', 12, '', 'Of', 'Wraps, grams, pounds, pieces.', 'text', null, false, 20, false),
	('seizure_add', 'class_a', 13, '', 'Class A', '', 'flag', null, true, 3, false),
	('ddtro_add', 'applicant_rank', 10, '', 'Applicant', 'Superintendent or above.', 'term', 'rank', true, 40, false),
	('ddtro_add', 'identifiers', 11, '', 'Identifiers', 'How many numbers or devices the order restricts.', 'number', null, true, 9999, false),
	('ddtro_add', 'compliance_due', 12, '', 'To be complied with', 'Empty for the end of the fifth working day after the order.', 'day', null, false, 10, false),
	('type1_claim', 'bulk_on', 10, 'Bulk messages offering Class A', 'Day', 'Of a bulk message that offers Class A.', 'date', null, false, 10, true),
	('type1_claim', 'bulk_source', 11, 'Bulk messages offering Class A', 'Source', 'Where it is evidenced: exhibit, download, report.', 'text', null, false, 200, false),
	('type1_claim', 'recovered_on', 12, 'Phone line recovered', 'Day', 'It was recovered and shown to be disabled.', 'date', null, false, 10, true),
	('type1_claim', 'recovered_source', 13, 'Phone line recovered', 'Source', 'Where it is evidenced.', 'text', null, false, 200, false),
	('type1_claim', 'charge_ref', 14, 'Holder charged', 'Charge', 'Reference of the charge of the holder, recorded on this line.', 'reference', null, false, 32, false),
	('type2_claim', 'deactivated_on', 10, '', 'Deactivated on', 'Day the number or SIM was deactivated.', 'date', null, true, 10, true),
	('type2_claim', 'deactivated_source', 11, '', 'Source', 'Where it is evidenced.', 'text', null, true, 200, false),
	('outcome_ratify', 'reason', 1, '', 'Reason', 'What you looked at.', 'block', null, true, 2000, false),
	('outcome_refuse', 'reason', 1, '', 'Reason', 'What does not stand up.', 'block', null, true, 2000, false),
	('checkback_pass', 'on', 1, '', 'Checked on', '', 'date', null, true, 10, true),
	('checkback_pass', 'source', 2, '', 'Source', 'How it was checked.', 'text', null, true, 200, false),
	('checkback_fail', 'on', 1, '', 'Checked on', '', 'date', null, true, 10, true),
	('checkback_fail', 'source', 2, '', 'Source', 'How it was checked.', 'text', null, true, 200, false),
	('checkback_fail', 'reason', 3, '', 'Reason', 'What shows that it is in use again.', 'block', null, true, 2000, false),
	('outcome_revoke', 'reason', 1, '', 'Reason', 'Why it does not stand up any more.', 'block', null, true, 2000, false),
	('ddtro_comply', 'on', 1, '', 'Complied on', '', 'date', null, true, 10, true),
	('event_void', 'reason', 1, '', 'Reason', 'What was wrong with it.', 'block', null, true, 2000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
-- What stands behind a line.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('intel_add', 'Add intelligence', 'One sanitised entry, graded 3x5x2, with its handling code.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 22),
	('person_add', 'Link a person', 'By pseudonymous reference, as suspect, victim, witness or other.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 23),
	('person_end', 'End a link to a person', 'The person is nothing to the line any more; the link stays in its history.', 'line', '{analyst,supervisor}', 'held', false, false, false, 24)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('intel_add', 'on', 1, '', 'Day', 'The day it speaks of.', 'date', null, true, 10, true),
	('intel_add', 'source_ref', 2, '', 'Report', 'Reference back to the original; nothing that identifies the source.', 'text', null, true, 60, false),
	('intel_add', 'source_grade', 3, 'Grading', 'Source', '', 'term', 'source_grade', true, 1, false),
	('intel_add', 'intel_grade', 4, 'Grading', 'Intelligence', '', 'term', 'intel_grade', true, 1, false),
	('intel_add', 'handling', 5, 'Grading', 'Handling', '', 'term', 'handling', true, 1, false),
	('intel_add', 'conditions', 6, 'Grading', 'Conditions', 'Of handling code C: under what it may be shared.', 'text', null, false, 400, false),
	('intel_add', 'statement', 7, 'Grading', 'Fact or assessment', '', 'term', 'statement', true, 10, false),
	('intel_add', 'body', 8, 'What it says', 'Text', 'Sanitised; people by their references.', 'block', null, true, 8000, false),
	('person_add', 'person_ref', 1, '', 'Person', 'Pseudonymous reference; never a name.', 'reference', null, true, 32, false),
	('person_add', 'category', 2, '', 'Is', 'A person may be more than one thing to a line: link them once for each.', 'term', 'person_category', true, 20, false),
	('person_add', 'child', 3, '', 'Child', 'Under eighteen.', 'flag', null, true, 3, false),
	('person_add', 'since', 4, '', 'Since', 'First day known.', 'date', null, true, 10, true),
	('person_add', 'statement', 5, '', 'Fact or assessment', '', 'term', 'statement', true, 10, false),
	('person_add', 'basis', 6, '', 'Rests on', 'What it rests on, with the source.', 'text', null, true, 400, false),
	('person_end', 'person_ref', 1, '', 'Person', 'Pseudonymous reference.', 'reference', null, true, 32, false),
	('person_end', 'category', 2, '', 'Was', '', 'term', 'person_category', true, 20, false),
	('person_end', 'until', 3, '', 'Until', 'Last day.', 'date', null, true, 10, true),
	('person_end', 'reason', 4, '', 'Reason', 'Why.', 'block', null, true, 2000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
insert into ref.word (vocabulary, code, label, position) values
	('number_kind', 'MSISDN', 'Telephone number', 1),
	('number_kind', 'IMEI', 'Handset', 2),
	('number_kind', 'ICCID', 'SIM card', 3),
	('number_kind', 'IMSI', 'Subscriber', 4),
	('number_kind', 'other', 'Other identifier', 5),
	('number_state', 'live', 'In use', 1),
	('number_state', 'dormant', 'Silent', 2),
	('number_state', 'disabled', 'Shown to be disabled', 3),
	('number_state', 'reassigned', 'Somebody else''s by now', 4),
	('source_grade', '1', 'Reliable', 1),
	('source_grade', '2', 'Untested', 2),
	('source_grade', '3', 'Not reliable', 3),
	('intel_grade', 'A', 'Known directly', 1),
	('intel_grade', 'B', 'Known indirectly but corroborated', 2),
	('intel_grade', 'C', 'Known indirectly', 3),
	('intel_grade', 'D', 'Not known', 4),
	('intel_grade', 'E', 'Suspected to be false', 5),
	('handling', 'P', 'Lawful sharing permitted', 1),
	('handling', 'C', 'Lawful sharing permitted with conditions', 2),
	('statement', 'fact', 'A fact', 1),
	('statement', 'assessment', 'Somebody''s assessment', 2),
	('external_scheme', 'MoRiLE', 'MoRiLE score', 1),
	('external_scheme', 'OCGM band', 'OCG mapping band', 2),
	('route', 'statutory', 'Statutory service', 1),
	('route', 'funded', 'Service funded by the programme', 2),
	('stage', 'referred', 'Referred', 1),
	('stage', 'engaged', 'Engaged with the service', 2),
	('mechanism', 'NRM', 'National Referral Mechanism', 1),
	('mechanism', 'MS1', 'MS1 notification: an adult who does not consent', 2),
	('mechanism', 'other', 'Other', 3),
	('consent', 'yes', 'Given', 1),
	('consent', 'no', 'Not given', 2),
	('consent', 'child', 'Not needed: a child', 3),
	('grade', 'major', 'Major', 1),
	('grade', 'moderate', 'Moderate', 2),
	('grade', 'minor', 'Minor', 3),
	('grade', 'none', 'None', 4),
	('grade', 'negative', 'Negative: left the group more capable or more harmful', 5),
	('four_p', 'Pursue', 'Prosecute and disrupt', 1),
	('four_p', 'Prevent', 'Keep people out of it', 2),
	('four_p', 'Protect', 'Protect people and places', 3),
	('four_p', 'Prepare', 'Lessen the harm', 4),
	('rank', 'superintendent', 'Superintendent', 1),
	('rank', 'chief superintendent', 'Chief superintendent', 2),
	('rank', 'assistant chief constable', 'Assistant chief constable', 3),
	('rank', 'deputy chief constable', 'Deputy chief constable', 4),
	('rank', 'chief constable', 'Chief constable', 5),
	('rank', 'NCA director', 'NCA Director General or deputy', 6),
	('result', 'passed', 'Still out of use', 1),
	('result', 'failed', 'In use again', 2),
	('outcome_kind', 'type1', 'Type 1: closed for good', 1),
	('outcome_kind', 'type2', 'Type 2: a number deactivated', 2)
on conflict (vocabulary, code) do update set label = excluded.label, position = excluded.position;
insert into ref.person_category (code, label, offender, protected, position) values
	('suspect', 'Suspect', true, false, 1),
	('charged', 'Charged', true, false, 2),
	('convicted', 'Convicted', true, false, 3),
	('victim', 'Victim', false, true, 4),
	('potential-victim', 'Potential victim', false, true, 5),
	('witness', 'Witness', false, true, 6),
	('other', 'Other', false, false, 7)
on conflict (code) do update set label = excluded.label, offender = excluded.offender, protected = excluded.protected,
	position = excluded.position;
create function data.assessment_total(p_assessment uuid, p_model text, out total int, out missing text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select round(sum(f.weight * a.score) * 100.0 / sum(f.weight * f.scale_max))::int,
		string_agg(f.code, ', ' order by f.position) filter (where a.score is null)
	from ref.score_factor f
	left join data.assessment_factor a on a.assessment_id = p_assessment and a.factor = f.code
	where f.model = p_model
$$;
comment on function data.assessment_total(uuid, text) is 'What the factors of an assessment come to, and which are missing';
-- The first line of a search text is the reference. A name of numbers alone is its own brand.
create function search.brands(text text) returns setof text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select distinct coalesce(nullif(btrim(regexp_replace(x.name, '[0-9\s]+', ' ', 'g')), ''), x.name)
	from string_to_table(text, E'\n') with ordinality x (name, n)
	where x.n > 1 and x.name <> ''
$$;
comment on function search.brands(text) is 'The brands in a search text: names and aliases without their numbers';
create or replace function search.rebuild() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
begin
	drop index search.line_text;
	truncate search.line, search.brand, search.name;
	insert into search.line select line_id, search_text from data.line;
	create index line_text on search.line using gin (text search.gin_trgm_ops);
	insert into search.name
	select distinct a, b, l.line_id
	from data.line l cross join search.brands(l.search_text) b cross join unnest(l.imports) a
	where l.is_open
	order by 1, 2, 3;
	insert into search.brand select distinct n.brand from search.name n;
end
$$;
comment on function search.rebuild() is 'Fill the search tables anew, after a load that went past the triggers';
-- Its transaction commits to disk whatever the session has set. Somebody could unset that again before
-- committing: then the reader waits for the log (data.dossier_open).
create or replace function data.consult(kind text, id uuid, justification text) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	mine uuid;
	before pg_lsn := pg_current_wal_insert_lsn();
begin
	perform set_config('synchronous_commit', 'on', true);
	insert into audit.consultation (entry_id, login, object_kind, object_id, at, xid, lsn)
	values (audit.write('consultation', kind, id::text, justification), session_user, kind, id,
		clock_timestamp(), pg_current_xact_id(), before)
	returning token into mine;
	return mine;
end
$$;
comment on function data.consult(text, uuid, text) is 'Log a consultation and hand out its token';
create or replace function data.tg_line__version() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	select s.is_open into new.is_open from ref.line_status s where s.code = new.status;
	if tg_op = 'INSERT' then
		new.valid_from := coalesce(new.valid_from, data.clock());
		new.created_at := coalesce(new.created_at, new.valid_from);
	elsif (new.line_ref, new.name, new.holder_force, new.shared, new.restricted, new.status, new.is_open, new.export_force,
			new.export_npu, new.lro, new.bulk_marketing, new.first_seen, new.last_seen, new.last_review,
			new.score, new.band, new.assessment_id, new.aliases, new.imports, new.drugs, new.group_refs,
			new.merged_into, new.successor_of)
		is distinct from (old.line_ref, old.name, old.holder_force, old.shared, old.restricted, old.status,
			old.is_open, old.export_force, old.export_npu, old.lro, old.bulk_marketing, old.first_seen, old.last_seen,
			old.last_review, old.score, old.band, old.assessment_id, old.aliases, old.imports, old.drugs,
			old.group_refs, old.merged_into, old.successor_of) then
		new.row_version := old.row_version + 1;
		new.changed_by := session_user;
		new.valid_from := greatest(data.clock(), old.valid_from);
	elsif (new.open_taskings, new.overdue_taskings, new.tasked_units, new.readers)
		is distinct from (old.open_taskings, old.overdue_taskings, old.tasked_units, old.readers) then
		new.valid_from := greatest(data.clock(), old.valid_from);
	else
		return null; -- nothing changed
	end if;
	new.aliases_text := array_to_string(new.aliases, ';');
	new.imports_text := array_to_string(new.imports, ';');
	new.drugs_text := array_to_string(new.drugs, ';');
	new.groups_text := array_to_string(new.group_refs, ';');
	new.search_text := data.search_key(concat_ws(E'\n', new.line_ref, new.name, array_to_string(new.aliases, E'\n')));
	return new;
end
$$;
comment on function data.tg_line__version() is 'Version, business time and the texts worked out from a line; a change of nothing is none';
-- The brands of open lines go with it: what changed goes by the old brands and comes by the new ones, in
-- key order, so that two writers of one brand wait for each other and never lock up.
create or replace function search.tg_line__text() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, search, pg_temp
as $$
declare
	changed uuid[];
begin
	if tg_op = 'INSERT' then
		insert into search.line select line_id, search_text from come;
		changed := array(select line_id from come);
	elsif tg_op = 'UPDATE' then
		update search.line s set text = n.search_text from come n
		where s.line_id = n.line_id and s.text <> n.search_text;
		changed := array(select line_id from come n join gone o using (line_id)
			where (n.search_text, n.imports, n.is_open) is distinct from (o.search_text, o.imports, o.is_open));
	else
		delete from search.line s using gone o where s.line_id = o.line_id;
		changed := array(select line_id from gone);
	end if;
	if tg_op <> 'INSERT' and changed <> '{}' then
		delete from search.name x using gone o, search.brands(o.search_text) b
		where o.line_id = any (changed) and x.line_id = o.line_id and x.area = any (o.imports) and x.brand = b;
	end if;
	if tg_op <> 'DELETE' and changed <> '{}' then
		insert into search.brand
			select distinct b from come n cross join search.brands(n.search_text) b
			where n.is_open and n.imports <> '{}' and n.line_id = any (changed) order by 1
			on conflict do nothing;
		insert into search.name
			select a, b, n.line_id from come n cross join search.brands(n.search_text) b cross join unnest(n.imports) a
			where n.is_open and n.line_id = any (changed) order by 1, 2, 3
			on conflict do nothing;
	end if;
	return null;
end
$$;
comment on function search.tg_line__text() is 'Keeps the search tables up to the lines';
drop trigger tg_line__text_update on data.line;
create trigger tg_line__text_update after update on data.line
	referencing old table as gone new table as come for each statement execute function search.tg_line__text();
create or replace function data.tg_assessment__sign() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	missing text;
	validity daterange;
begin
	if tg_op <> 'INSERT' and old.signed_on is not null then
		perform data.refuse('GL002', format('The assessment signed on %s cannot be changed.', old.signed_on),
			'Sign a new assessment.');
	elsif tg_op = 'INSERT' and new.signed_on is not null then
		perform data.refuse('GL004', 'An assessment cannot be added signed.', 'Add it, add its factors, then sign it.');
	elsif tg_op = 'UPDATE' and new.signed_on is not null then
		select daterange(m.valid_from, m.valid_to, '[]') into validity from ref.score_model m where m.code = new.model;
		if not validity @> new.signed_on then
			perform data.refuse('GL004', format('The score model %s was not in force on %s.', new.model, new.signed_on),
				'Use the model that was.');
		end if;
		select t.total, t.missing into new.total, missing from data.assessment_total(new.assessment_id, new.model) t;
		if missing is not null then
			perform data.refuse('GL004', format('The assessment lacks a score for: %s.', missing),
				'Score every factor of the model, then sign.');
		end if;
		new.band := data.band_of(new.total);
		new.state := 'signed';
		if new.signed_by = new.proposer then
			perform data.refuse('GL002', 'Who proposed a score cannot sign it.', 'Ask another supervisor.');
		elsif new.second_by is null and new.band = (select b.code from ref.band b order by b.min_score desc limit 1) then
			perform data.refuse('GL002', format('A score of %s is in the top band and needs a second scorer.', new.total),
				'Let somebody who neither proposed nor signs it score it by themselves.');
		elsif new.second_by in (new.signed_by, new.proposer) then
			perform data.refuse('GL002', 'The second scorer can neither propose nor sign.', 'Ask somebody else.');
		end if;
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment__sign() is 'An assessment is signed whole and then stays as it is';
-- After tg_tasking__version, which says whether it is open.
create function data.tg_tasking__walls() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new.is_open and (tg_op = 'INSERT' or not old.is_open) then
		if exists (select from data.deconfliction d where d.is_open and new.line_id in (d.line_a, d.line_b)) then
			perform data.refuse('GL002', 'This line cannot be tasked: it may be the same as another line.',
				'Decide the deconfliction first: the same, or different.');
		elsif exists (select from data.line l where l.line_id = new.line_id and not l.is_open) then
			perform data.refuse('GL002', 'This line cannot be tasked: it is closed.', 'Open it again first, with a reason.');
		end if;
	end if;
	return new;
end
$$;
comment on function data.tg_tasking__walls() is 'A line that may be another, or is closed, is not tasked';
create trigger tg_tasking__walls before insert or update on data.tasking
	for each row execute function data.tg_tasking__walls();
-- What a check constraint cannot look up, for every writer.
create function data.tg_closure__proof() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new.kind = 'type1' and new.state in ('claimed', 'provisional', 'verified') and not exists (
			select from data.charge c join ref.offence o on o.code = c.offence
			where c.event_id = new.charge_id and c.line_id = new.line_id and o.counts_for_type1 and c.class_a and c.voided_at is null) then
		perform data.refuse('GL004', 'The charge is no charge for a relevant Class A supply offence on this line.',
			'Record the charge of the holder first.');
	end if;
	return new;
end
$$;
comment on function data.tg_closure__proof() is 'The charge behind a Type 1 is on this line, counts, and stands';
create trigger tg_closure__proof before insert or update on data.closure
	for each row execute function data.tg_closure__proof();
create function data.tg_closure__state() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		return null;
	end if;
	insert into data.closure_state (closure_id, at, n, state, reason)
	select new.closure_id, data.clock(), 1 + (select count(*) from data.closure_state s where s.closure_id = new.closure_id),
		new.state, new.reason;
	return null;
end
$$;
comment on function data.tg_closure__state() is 'Keeps every state of an outcome';
create trigger tg_closure__state after insert or update on data.closure
	for each row execute function data.tg_closure__state();
-- One entry a statement, as for lines. The first argument of the trigger is what the record is to people,
-- the second the column of its reference.
create function audit.tg_record__log() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	refs text[];
	n bigint;
	operation text := case tg_op when 'INSERT' then 'collection' when 'UPDATE' then 'alteration' else 'erasure' end;
begin
	execute format('select count(*), (array_agg(distinct %I::text))[:100] from %s', tg_argv[1],
		case tg_op when 'DELETE' then 'gone' else 'come' end) into n, refs;
	if n > 0 then
		perform audit.write(operation, tg_argv[0], case when n = 1 then refs[1] else n || ' records' end, '', '',
			jsonb_build_object('rows', n, 'refs', refs));
	end if;
	return null;
end
$$;
comment on function audit.tg_record__log() is 'Logs collection, alteration and erasure of what stands behind a line, never what is in it';
do $$
declare
	t record;
begin
	for t in select * from (values
		('person', 'person', 'person_id'),
		('line_person', 'person of a line', 'person_id'),
		('deconfliction', 'deconfliction', 'deconfliction_id'),
		('assessment', 'assessment', 'assessment_id'),
		('external_score', 'external score', 'external_id'),
		('intel', 'intelligence', 'intel_id'),
		('arrest', 'arrest', 'event_ref'),
		('charge', 'charge', 'event_ref'),
		('safeguarding', 'safeguarding', 'event_ref'),
		('disruption', 'disruption', 'event_ref'),
		('seizure', 'seizure', 'event_ref'),
		('ddtro', 'restriction order', 'event_ref'),
		('closure', 'outcome', 'outcome_ref')
	) x (name, kind, ref) loop
		execute format('create trigger tg_record__log_insert after insert on data.%I
			referencing new table as come for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create trigger tg_record__log_update after update on data.%I
			referencing old table as gone new table as come
			for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
		execute format('create trigger tg_record__log_delete after delete on data.%I
			referencing old table as gone for each statement execute function audit.tg_record__log(%L, %L)', t.name, t.kind, t.ref);
	end loop;
end
$$;
drop function api.log_export(text, text, bigint);
create or replace function api.log_export(listing text, filter text, row_count bigint, recipient text default '')
returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select audit.write('disclosure', 'export', listing, '', coalesce(nullif(btrim(recipient), ''), session_user),
		jsonb_build_object('filter', filter, 'rows', row_count))
	where case when data.my_force() is null then data.refuse('GL002', 'Only staff may export.',
		'Ask the database administrator for an entry in the staff table.') else true end
$$;
comment on function api.log_export(text, text, bigint, text) is 'Log that a listing was handed out, and to whom: the caller, if nobody is named';
create or replace view api.terms as
	select v.vocabulary, v.code, v.label, v.position
	from ref.clock c
	cross join lateral (
		select 'status' as vocabulary, code, label, position from ref.line_status where c.today between valid_from and valid_to
		union all select 'band', code, label, position from ref.band
		union all select 'force', code, label, position from ref.force where c.today between valid_from and valid_to
		union all select 'npu', code, label, position from ref.unit
			where kind in ('npu', 'lpa') and c.today between valid_from and valid_to
		union all select 'drug', code, label, position from ref.drug where c.today between valid_from and valid_to
		union all select 'location', code, label, position from ref.area where c.today between valid_from and valid_to
		union all select 'unit', code, label, position from ref.unit where c.today between valid_from and valid_to
		union all select 'operation', code, label, position from ref.operation where c.today between valid_from and valid_to
		union all select 'lro', login, name, row_number() over (order by login)::int from data.staff
			where role = 'lro' and active
		union all select 'person_category', code, label, position from ref.person_category
			where c.today between valid_from and valid_to
		union all select w.vocabulary, w.code, w.label, w.position from ref.word w
			where c.today between w.valid_from and w.valid_to
		union all select 'offence', code, label, position from ref.offence where c.today between valid_from and valid_to
		union all select 'group_kind', code, label, position from ref.group_kind
		union all select 'group_band', code, label, position from ref.group_band
	) v;
comment on view api.terms is 'The words of the reference tables that are valid today, for filters, files and completion';
create or replace view api.setting as
	select stale_days, justification, consult_minutes, check_back_days from ref.setting;
comment on view api.setting is 'Settings of the force that a client shows';
-- api.terms are the words of today. A file may speak of a line that was last seen before a unit
-- was dissolved, so it is held against these.
create or replace view ref.term as
	select 'status' as vocabulary, code from ref.line_status
	union all select 'force', code from ref.force
	union all select 'npu', code from ref.unit where kind in ('npu', 'lpa')
	union all select 'drug', code from ref.drug
	union all select 'location', code from ref.area
	union all select 'lro', login from data.staff where role = 'lro'
	union all select 'person_category', code from ref.person_category
	union all select vocabulary, code from ref.word
	union all select 'offence', code from ref.offence
	union all select 'unit', code from ref.unit
	union all select 'group_kind', code from ref.group_kind
	union all select 'group_band', code from ref.group_band;
comment on view ref.term is 'The words that files may use, those of other days among them';
comment on column ref.term.vocabulary is 'Where the word belongs, as in api.terms';
comment on column ref.term.code is 'The word';
-- What only several cells, or the line that is there, can tell. A file shows whether a line is closed and
-- does not decide it: an outcome, a merger or a supervisor does, with a reason that is kept.
create or replace function data.import_check_line_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, 'last_seen',
	       format('%s lies before first_seen, %s', cells ->> 'last_seen', cells ->> 'first_seen')
	  from data.import_row
	 where import_id = p_import
	   and cells ->> 'last_seen' < cells ->> 'first_seen'
	   and data.parse_day(cells ->> 'last_seen') is not null
	   and data.parse_day(cells ->> 'first_seen') is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s is a unit of %s, not of %s', u.code, u.force, f.code)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	 where r.import_id = p_import
	   and u.force <> f.code;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s ended on %s, before the line was first seen', u.code, u.valid_to)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and r.cells ->> 'first_seen' ~ '^[0-9]{4}-' and u.valid_to::text < r.cells ->> 'first_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s began on %s, after the line was last seen', u.code, u.valid_from)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and u.valid_from > '-infinity' and u.valid_from::text > r.cells ->> 'last_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'status',
	       case when l.line_id is null then format('a new line cannot be %s: give it an open status, and close it by a step of its own', s.code)
	            when not l.is_open then format('%s is %s, and a file does not change that: there are steps to reopen or revoke', l.line_ref, l.status)
	            else format('%s is open, and a file does not close it: claim an outcome, import outcomes, or close it with a reason', l.line_ref) end
	  from data.import_row r
	  join ref.line_status s on lower(s.code) = lower(r.cells ->> 'status')
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and l.status is distinct from s.code
	   and not (s.is_open and coalesce(l.is_open, true));
$$;
comment on function data.import_check_line_cells(uuid) is 'Notes what is wrong with rows of lines';
drop function data.import_assessments(uuid);
-- The assessments of an import, put together from their rows. `factors` is what is compared with
-- one that is there: factor to score and rationale.
create or replace function data.import_assessments(p_import uuid)
returns table (line integer, line_ref text, line_id uuid, signed_on date, model text, second_by text, factors jsonb)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select min(r.line), l.line_ref, l.line_id, (r.cells ->> 'signed_on')::date, m.code, nullif(max(r.cells ->> 'second_by'), ''),
	       jsonb_object_agg(f.code, jsonb_build_array((r.cells ->> 'score')::integer, r.cells ->> 'rationale'))
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	  join ref.score_model m on lower(m.code) = lower(r.cells ->> 'model')
	  join ref.score_factor f on f.model = m.code and lower(f.code) = lower(r.cells ->> 'factor')
	 where r.import_id = p_import
	 group by l.line_ref, l.line_id, r.cells ->> 'signed_on', m.code
$$;
comment on function data.import_assessments(uuid) is 'The assessments that the rows of an import make; call it on rows known to be good';
-- One sentence for a line that is not there and for one the caller may not see.
create function data.import_check_held(p_import uuid, p_may text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref',
	       case when l.line_id is null
	            then format('you can see no line %s; if it should be there, ask a supervisor', r.cells ->> 'line_ref')
	            else format('%s is held by %s, who alone may %s', l.line_ref, l.holder_force, p_may) end
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' ~* '^[a-z0-9][a-z0-9._/-]{0,31}$'
	   and (l.line_id is null or l.holder_force <> data.my_force())
$$;
comment on function data.import_check_held(uuid, text) is 'Notes rows whose line the caller does not see or may not write for';
create function data.import_check_since(p_import uuid, p_columns text[]) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, c, format('%s lies before the line was first seen, %s', r.cells ->> c, l.first_seen)
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 cross join unnest(p_columns) as c
	 where r.import_id = p_import
	   and data.parse_day(r.cells ->> c) < l.first_seen
$$;
comment on function data.import_check_since(uuid, text[]) is 'Notes days that lie before the line was first seen';
create or replace function data.import_check_assessed(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_held(p_import, 'score it');
	select data.import_check_since(p_import, array['signed_on'])
$$;
comment on function data.import_check_assessed(uuid) is 'Notes rows of assessments whose line or day cannot be';
create or replace function data.import_check_whole(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'factor',
	       format('the assessment of %s on %s lacks ', a.line_ref, a.signed_on)
	           || string_agg(f.code, ', ' order by f.position)
	  from data.import_assessments(p_import) a
	  join ref.score_factor f on f.model = a.model and not a.factors ? f.code
	 group by a.line, a.line_ref, a.signed_on;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'second_by',
	       case when a.second_by is null
	            then format('the assessment of %s on %s comes to %s, in the top band: name who scored it second', a.line_ref, a.signed_on, t.total)
	            when a.second_by = 'file' then format('%s stands for the scorer of the file: name somebody else', a.second_by)
	            when not exists (select from data.staff s where s.login = a.second_by)
	            then format('%s is nobody''s login here: give that of who scored it second', data.import_quote(a.second_by))
	            else 'whoever imports signs, so the second scorer must be somebody else' end
	  from data.import_assessments(p_import) a
	 cross join lateral (
		select round(sum(f.weight * (a.factors -> f.code ->> 0)::integer) * 100.0 / sum(f.weight * f.scale_max)) as total
		  from ref.score_factor f where f.model = a.model) as t
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on)
	   and (a.second_by in (session_user, 'file')
	    or a.second_by is not null and not exists (select from data.staff s where s.login = a.second_by)
	    or a.second_by is null and t.total >= (select max(b.min_score) from ref.band b));

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'second_by', format('the assessment of %s on %s names two second scorers',
	       r.cells ->> 'line_ref', r.cells ->> 'signed_on')
	  from (select line, cells, min(nullif(cells ->> 'second_by', '')) over same as low,
	               max(nullif(cells ->> 'second_by', '')) over same as high,
	               row_number() over (same order by line) as n
	          from data.import_row where import_id = p_import
	        window same as (partition by cells ->> 'line_ref', cells ->> 'signed_on')) as r
	 where r.n = 1 and r.low <> r.high;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, max(a.line), 'model', format('%s is assessed by two models on %s', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	 group by a.line_ref, a.signed_on
	having count(*) > 1;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, a.line, 'signed_on',
	       format('%s has another assessment signed on %s, and what is signed is not changed', a.line_ref, a.signed_on)
	  from data.import_assessments(p_import) a
	  join data.assessment d on d.line_id = a.line_id and d.signed_on = a.signed_on
	 where d.model <> a.model
	    or a.factors <> data.assessment_factors(d.assessment_id);
$$;
comment on function data.import_check_whole(uuid) is 'Notes assessments that are not whole, or other than the one that is signed';
-- The supervisor who imports signs; the proposer is the file, whose scorer has no name here. What is
-- there already is the same by now, or the check would have refused it. Drafts, their factors and the
-- signatures are three statements, since policies and triggers look at what the one before has written.
create or replace function data.import_apply_assessments(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	ids uuid[];
	lines uuid[];
	models text[];
	days date[];
	factors jsonb[];
	seconds text[];
begin
	select array_agg(gen_random_uuid()), array_agg(a.line_id), array_agg(a.model), array_agg(a.signed_on),
	       array_agg(a.factors), array_agg(a.second_by)
	  into ids, lines, models, days, factors, seconds
	  from data.import_assessments(p_import) a
	 where not exists (select from data.assessment d where d.line_id = a.line_id and d.signed_on = a.signed_on);
	added := coalesce(array_length(ids, 1), 0);
	changed := 0;
	select count(*) - added into same from data.import_assessments(p_import);

	insert into data.assessment (assessment_id, line_id, model, proposer, proposed_on, second_by, state)
	select a.id, a.line, a.model, 'file', a.day, a.second, 'imported'
	  from unnest(ids, lines, models, days, seconds) as a(id, line, model, day, second);
	insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.id, a.model, f.key, (f.value ->> 0)::integer, f.value ->> 1
	  from unnest(ids, models, factors) as a(id, model, factors)
	 cross join lateral jsonb_each(a.factors) as f;
	update data.assessment d
	   set signed_on = a.day, signed_by = session_user
	  from unnest(ids, days) as a(id, day)
	 where d.assessment_id = a.id;
end
$$;
comment on function data.import_apply_assessments(uuid) is 'Sign the assessments of a checked import';
-- Opens an import. Rows and verdict follow in the same transaction; what is not committed never was.
create or replace function data.import_begin(kind text, file text, op uuid) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	perform data.require_role('analyst', 'supervisor');
	if not exists (select from ref.import_kind k where k.kind = import_begin.kind) then
		perform data.refuse('GL004', format('There is no kind of import called %L.', kind),
			'Known are: ' || (select string_agg(k.kind, ', ' order by k.position) from ref.import_kind k) || '.');
	end if;
	if kind = 'assessments' then
		perform data.require_role('supervisor'); -- what a file brings is signed by who imports it
	end if;
	if op is null or exists (select from data.import i where i.login = session_user and i.op = import_begin.op) then
		perform data.refuse('GL004', 'This operation key has served for an import already.',
			'api.import_outcome() tells what came of it; a new import takes a new key.');
	end if;
	delete from data.import_error e using data.import i where i.import_id = e.import_id and i.login = session_user;
	insert into data.import (op, kind, file) values (op, kind, left(file, 1000)) returning import_id into id;
	return id;
end
$$;
comment on function data.import_begin(text, text, uuid) is 'Open an import of a kind; op is a new key that names it for ever';
-- The rows go in any case: they may hold telephone numbers and name people, and nobody needs them again.
create or replace function data.import_close(p_import uuid, done boolean, p_added bigint, p_changed bigint, p_same bigint)
returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	delete from data.import_row where import_id = p_import;
	delete from data.import_line where import_id = p_import;
	delete from data.import_event where import_id = p_import;
	if done then
		update data.import
		   set finished_at = clock_timestamp(), added = p_added, changed = p_changed, same = p_same
		 where import_id = p_import;
		perform audit.write('collection', 'import', p_import::text, '', '',
			(select jsonb_build_object('kind', i.kind, 'file', i.file, 'added', i.added, 'changed', i.changed,
				'same', i.same)
			   from data.import i where i.import_id = p_import));
	end if;
end
$$;
comment on function data.import_close(uuid, boolean, bigint, bigint, bigint) is 'End an import and keep what came of it';
-- The detail has a line a field, "name: reason", for forms and scripts; the message says the same to a
-- person at psql.
create function data.refuse_fields(faults text[]) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GL004',
		message = case cardinality(faults) when 1 then 'One field needs mending'
			else cardinality(faults) || ' fields need mending' end || ': ' || array_to_string(faults, '; ') || '.',
		detail = array_to_string(faults, E'\n'),
		hint = 'Mend what is named and save again; nothing was saved.';
end
$$;
comment on function data.refuse_fields(text[]) is 'Refuses a step for its fields: each fault is "name: reason"';
-- yours and now are cells by field. What differs is shown side by side, a line a field.
create function data.refuse_stale(what text, seen int, version int, changed_by text, yours jsonb default '{}',
	now jsonb default '{}')
returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
	raise exception using errcode = 'GL003',
		message = format('%s was changed by %s while you wrote: it is at version %s, you saw %s.',
			what, changed_by, version, coalesce(seen::text, 'none')),
		detail = coalesce((
			select string_agg(format('%s: yours %L, now %L', y.key, y.value, coalesce(n.value, '')), E'\n' order by y.key)
			from jsonb_each_text(yours) y left join jsonb_each_text(now) n using (key)
			where y.value is distinct from coalesce(n.value, '')), ''),
		hint = 'Nothing was saved. Look at both, choose, and save again.';
end
$$;
comment on function data.refuse_stale(text, int, int, text, jsonb, jsonb) is 'Refuses a step that was taken on an older version than stands';
-- What one field alone can tell; the reason is read after the field's name. The shapes and the words are
-- those of files.
create function data.cell_fault(f ref.step_field, value text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	bad text := data.import_bad_character(value, f.shape = 'block');
	today date := data.clock()::date;
	reason text;
begin
	if coalesce(btrim(value, E' \t\r\n'), '') = '' then
		return case when f.required then 'is empty' end;
	elsif bad is not null then
		return format('holds the character U+%s, which may not stand in text',
			upper(lpad(to_hex(ascii(bad)), case when ascii(bad) > 65535 then 5 else 4 end, '0')));
	elsif f.shape not in ('number', 'scale') and length(value) > f.max_length then
		return format('has %s characters, at most %s are allowed', length(value), f.max_length);
	end if;
	case f.shape
	when 'reference' then
		if value !~* '^[a-z0-9][a-z0-9._/-]*$' then
			return format('%s is not a reference: letters, digits and . _ / - only', data.import_quote(value));
		end if;
	when 'flag' then
		if lower(value) not in ('yes', 'no') then
			return format('%s is neither yes nor no', data.import_quote(value));
		end if;
	when 'number', 'scale' then
		if value !~ '^[0-9]{1,9}$' then
			return format('%s is not a whole number of at most nine digits', data.import_quote(value));
		elsif value::int > f.max_length then
			return format('%s is over %s, the highest that can be given', value, f.max_length);
		end if;
	when 'date', 'day' then
		if data.parse_day(value) is null then
			return format('%s is not a day; days are written like %s', data.import_quote(value), today);
		elsif f.shape = 'date' and data.parse_day(value) > today then
			return format('%s lies in the future: today is %s', value, today);
		end if;
	when 'term', 'terms' then
		select string_agg(format('%s is not known', data.import_quote(item)) || data.nearest_terms(f.vocabulary, item), '; ')
		into reason
		from data.import_items(case f.shape when 'terms' then value else replace(value, ';', ',') end) item
		where not exists (select from api.terms t where t.vocabulary = f.vocabulary and lower(t.code) = lower(item));
		return reason;
	when 'groups' then
		select string_agg(format('there is no group %s', data.import_quote(item)), '; ') into reason
		from data.import_items(value) item
		where not exists (select from data.crime_group g where lower(g.group_ref) = lower(item));
		return reason;
	when 'phones' then
		select string_agg(format('%s is not a telephone number; write it like 07700 900123 or +447700900123',
			data.import_quote(item)), '; ') into reason
		from data.import_items(value) item where data.parse_number(item) is null;
		return reason;
	when 'text', 'texts', 'block' then
		null;
	end case;
	return null;
end
$$;
comment on function data.cell_fault(ref.step_field, text) is 'What is wrong with a field by itself; null if nothing is';
-- The form of a step: its own fields and, where it scores, two for each factor of the model in force:
-- FACTOR the score, FACTOR_why the evidence and the reason.
create function data.step_fields(p_step text) returns setof ref.step_field
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select f.* from ref.step_field f where f.step = p_step
	union all
	select s.step, s.factor, s.at, s.section, s.label, s.help, s.shape, null, true, s.most, false
	from (
		select p.step, x.factor, 100 + 10 * f.position + x.n as at, f.label as section, x.label, x.help, x.shape, x.most
		from ref.step p
		cross join ref.clock c
		join ref.score_model m on c.today between m.valid_from and m.valid_to
		join ref.score_factor f on f.model = m.code
		cross join lateral (values
			(1, f.code, f.label, '0 to ' || f.scale_max || '; the wording says when to give which.', 'scale', f.scale_max),
			(2, f.code || '_why', 'Evidence and reason', 'What it rests on, and why this value and not the next.', 'block', 4000)
		) x (n, factor, label, help, shape, most)
		where p.step = p_step and p.factors
	) s
$$;
comment on function data.step_fields(text) is 'The fields of a step''s form, in no order';
-- A line a choice: what is typed, a tab, what it means.
create function data.choices(f ref.step_field) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(case f.shape
		when 'scale' then (
			select string_agg(s.value || E'\t' || s.wording, E'\n' order by s.value)
			from ref.score_scale s
			join ref.score_model m on m.code = s.model
			join ref.clock c on c.today between m.valid_from and m.valid_to
			where s.factor = f.name)
		when 'groups' then (
			select string_agg(g.group_ref || E'\t' || g.name, E'\n' order by g.group_ref)
			from (select x.group_ref, x.name from data.crime_group x order by x.group_ref limit 500) g)
		when 'flag' then E'yes\t\nno\t'
		else (
			select string_agg(t.code || E'\t' || case when t.label = t.code then '' else t.label end, E'\n' order by t.position, t.code)
			from api.terms t where t.vocabulary = f.vocabulary)
	end, '')
$$;
comment on function data.choices(ref.step_field) is 'What a field can be completed to';
-- Whose record it is: rights in a record are rights in its line.
create function data.object_lines(object text, id uuid) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	return case object
		when 'line' then array(select l.line_id from data.line l where l.line_id = id)
		when 'assessment' then array(select a.line_id from data.assessment a where a.assessment_id = id)
		when 'deconfliction' then array(select unnest(array[d.line_a, d.line_b]) from data.deconfliction d where d.deconfliction_id = id)
		when 'outcome' then array(select c.line_id from data.closure c where c.closure_id = id)
		when 'event' then array(select e.line_id from data.event(id) e where e.line_id is not null
			union select g.line_id from data.disruption d join data.line_group g using (group_id) where d.event_id = id and d.line_id is null)
		else '{}'
	end;
end
$$;
comment on function data.object_lines(text, uuid) is 'The lines a record belongs to';
-- Runs as gridline_api, so what the caller may not see is not there. One answer for "none such" and "not
-- yours" tells a guesser nothing.
create function data.step_allowed(p_step text, p_id uuid) returns ref.step
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
	me data.staff;
	ours boolean;
begin
	select * into s from ref.step where step = p_step;
	if s.step is null then
		perform data.refuse('GL004', format('There is no step called %L.', p_step), 'api.steps lists those there are.');
	end if;
	perform data.require_role(variadic s.roles);
	if s.object = 'none' then
		return s;
	elsif s.object = 'group' then
		if not exists (select from data.crime_group g where g.group_id = p_id) then
			perform data.refuse('GL005', 'There is no such group, or it is not yours to see.', 'Look it up in the list again.');
		end if;
		return s;
	end if;
	select * into me from data.staff where login = session_user;
	select bool_or(coalesce(s.scope = 'seen' or l.holder_force = me.writes_force or l.export_npu = any (me.sees_units), false))
	into ours
	from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	if ours is null then
		perform data.refuse('GL005', format('There is no such %s, or it is not yours to see.', s.object),
			'Look it up in the list again.');
	elsif not ours then
		perform data.refuse('GL002', format('%s: this line is another force''s or another unit''s to change.', s.label),
			'Ask those who hold it.');
	end if;
	return s;
end
$$;
comment on function data.step_allowed(text, uuid) is 'Raises unless the caller may take this step on this record';
create function data.step_check(s ref.step, p_id uuid, cells jsonb) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	faults text[];
	first date;
begin
	select min(l.first_seen) into first from data.line l where l.line_id = any (data.object_lines(s.object, p_id));
	select array_agg(x.name || ': ' || x.reason order by x.position) into faults
	from (
		select f.name, f.position, coalesce(data.cell_fault(f, cells ->> f.name),
			case when f.since_line and data.parse_day(cells ->> f.name) < first
				then format('%s lies before the line was first seen, %s', cells ->> f.name, first) end) as reason
		from data.step_fields(s.step) f
		union all
		select k, 0, format('is no field of this step; it has %s',
			(select string_agg(f.name, ', ' order by f.position) from data.step_fields(s.step) f))
		from jsonb_object_keys(cells) k
		where k not in (select f.name from data.step_fields(s.step) f)
	) x
	where x.reason is not null;
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
end
$$;
comment on function data.step_check(ref.step, uuid, jsonb) is 'Raises unless every field is as its shape says';
-- Terms are known in either case; steps and constraints compare them in the vocabulary's own.
create function data.step_words(s ref.step, cells jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select cells || coalesce(jsonb_object_agg(f.name, v.value), '{}')
	from data.step_fields(s.step) f
	cross join lateral (
		select case f.shape when 'flag' then lower(cells ->> f.name) else (
			select string_agg(coalesce((select t.code from api.terms t
					where t.vocabulary = f.vocabulary and lower(t.code) = lower(i.item) limit 1), i.item), '; ' order by i.n)
			from unnest(case f.shape when 'term' then array[cells ->> f.name]
				else array(select data.import_items(cells ->> f.name)) end) with ordinality i (item, n)) end as value
	) v
	where f.shape in ('flag', 'term', 'terms') and coalesce(cells ->> f.name, '') <> '' and v.value is not null
$$;
comment on function data.step_words(ref.step, jsonb) is 'The fields of a step with their terms as the vocabularies spell them';
-- Sees every row, since duplicates and rules know no walls: api.step has asked for the rights before. The
-- key is taken first, so a second call with it waits for the first and finds what came of it.
create function data.step_take(s ref.step, p_id uuid, p_version int, cells jsonb, p_op uuid,
	out id uuid, out ref text, out version int, out said text, out repeated boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	lines uuid[];
	done data.operation;
begin
	insert into data.operation (op, step) values (p_op, s.step) on conflict do nothing;
	repeated := not found;
	if repeated then
		select * into done from data.operation o where o.login = session_user and o.op = p_op;
		if done.step <> s.step then
			perform data.refuse('GL004', format('This operation key has served for %s already.', done.step),
				'A new step takes a new key.');
		end if;
		id := done.object_id;
		ref := done.ref;
		version := done.version;
		said := done.said;
		return;
	end if;
	execute format('select id, ref, version, said, lines from data.step_%s($1, $2, $3)', s.step)
		into id, ref, version, said, lines using p_id, p_version, cells;
	update data.operation o set object_id = step_take.id, ref = step_take.ref, version = step_take.version, said = step_take.said
	where o.login = session_user and o.op = p_op;
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	select l, data.clock(), s.step, step_take.id, step_take.said,
		coalesce(nullif(cells ->> 'reason', ''), cells ->> 'rationale', '')
	from unnest(lines) l;
	delete from data.draft d where d.login = session_user and d.step = s.step
		and d.object_id = coalesce(p_id, '00000000-0000-0000-0000-000000000000');
end
$$;
comment on function data.step_take(ref.step, uuid, int, jsonb, uuid) is 'Take a step that is allowed and checked, once for each operation key';
-- Why a record is not in the state for a step. Steps ask the same functions, so that a menu and a refusal
-- cannot differ.
create function data.step_blocked(s ref.step, p_id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	reason text;
begin
	if s.object in ('none', 'group') or to_regprocedure(format('data.blocked_%s(text,uuid)', s.object)) is null then
		return null;
	end if;
	execute format('select data.blocked_%s($1, $2)', s.object) into reason using s.step, p_id;
	return reason;
end
$$;
comment on function data.step_blocked(ref.step, uuid) is 'Why a step cannot be taken on a record as it stands; null if it can';
-- The row without a name is about the form as a whole: its value is the version of the record, its note
-- what the record is.
create function data.step_values(s ref.step, p_id uuid)
returns table (name text, value text, note text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.prefilled then
		return query execute format('select v.name, v.value, v.note from data.values_%s($1) v', s.step) using p_id;
	elsif s.object = 'line' then
		return query select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name)
			from data.line l where l.line_id = p_id;
	end if;
end
$$;
comment on function data.step_values(ref.step, uuid) is 'What the fields of a step''s form hold at first';
create function data.step_told(s ref.step, p_id uuid, cells jsonb)
returns table (section text, label text, text text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if s.previewed then
		for section, label, text in
			execute format('select p.section, p.label, p.text from data.preview_%s($1, $2) p', s.step) using p_id, cells
		loop
			return next;
		end loop;
	end if;
end
$$;
comment on function data.step_told(ref.step, uuid, jsonb) is 'What a step would do with these fields, half filled as they may be';
-- The policy of data.line in words of its own, for functions that see every line and must not tell of all.
-- A test holds it against the policy.
create function data.line_seen(p_line uuid) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select exists (
		select from data.line l
		join data.staff s on s.login = session_user and s.active and s.valid_to > now()
		where l.line_id = p_line
			and (l.holder_force = s.sees_force or l.shared and s.sees_force is not null
				or (array[l.export_npu] || l.tasked_units) && s.sees_units)
			and (not l.restricted or s.sees_restricted or s.login = any (l.readers)))
$$;
comment on function data.line_seen(uuid) is 'Does the caller see this line?';
-- Of a line the caller may not see, only whom to ask: neither its name nor that it is restricted.
create function data.line_shown(p_line uuid) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when data.line_seen(l.line_id) then concat_ws(' ', l.line_ref, nullif(l.name, ''))
		else format('a line you may not see: ask the supervisors of %s', l.holder_force) end
	from data.line l where l.line_id = p_line
$$;
comment on function data.line_shown(uuid) is 'A line as the caller may be told of it';
-- Near brands first, the nearest first, then the lines that sell under them in these markets; the name with
-- its numbers decides, as a whole: a word in common is not enough. However many share a brand, no more than the bound are looked at. A plan that does
-- not know the name yet would read every row, hence no sequential scans.
create function search.near_names(name text, areas text[], bound int) returns table (line_id uuid, nearness real)
language plpgsql stable security definer
set search_path = pg_catalog, search, pg_temp
set pg_trgm.word_similarity_threshold = 0.6
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
	own text := (select b from search.brands(E'\n' || near_names.name) b limit 1);
	near text;
	ids uuid[];
	most int := bound;
begin
	for near in
		select x.brand
		from (select b.brand from search.brand b where own collate "default" <% b.brand limit bound) x
		order by search.word_similarity(own, x.brand) desc, length(x.brand), x.brand
	loop
		ids := array(select n.line_id from search.name n where n.area = any (areas) and n.brand = near limit most);
		most := most - cardinality(ids);
		return query
			select s.line_id, x.nearness
			from search.line s cross join lateral (
				select max(search.similarity(spelled, near_names.name)) from string_to_table(s.text, E'\n') spelled) x (nearness)
			where s.line_id = any (ids) and x.nearness >= 0.55;
		exit when most <= 0;
	end loop;
end
$$;
comment on function search.near_names(text, text[], int) is 'Open lines with a name or alias close in spelling in one of these markets';
-- Looks at every line, whoever may see it. A merged line stands for the one it was merged into. The surest
-- cause comes first, then the nearest spelling. Without its own collation name_key would not reach its index.
create function data.line_likely(p_line uuid, p_name text, p_imports text[], p_numbers text[])
returns table (other uuid, cause text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select x.other, (array_agg(x.cause order by x.weight))[1]
	from (
		select coalesce(l.merged_into, l.line_id) as other, 'number' as cause, 1 as weight, 1::real as nearness
		from data.line_number n join data.line l using (line_id)
		where n.number = any (p_numbers) and n.state in ('live', 'dormant')
		union all
		select l.line_id, 'brand', 2, 1
		from data.line l
		where p_name <> '' and l.name_key = lower(p_name collate "und-x-icu") collate "C" and l.is_open and l.imports && p_imports
		union all
		select l.line_id, 'spelling', 3, near.nearness
		from search.near_names(case when length(p_name) >= 4 then data.search_key(p_name) end, p_imports, 500) near
		join data.line l using (line_id)
		where l.is_open and l.imports && p_imports
	) x
	where x.other is distinct from p_line
	group by x.other
	order by min(x.weight), max(x.nearness) desc, x.other
	limit 10;
end
$$;
comment on function data.line_likely(uuid, text, text[], text[]) is 'Lines that may be the same as one of this name, market and numbers';
-- What was said to be different for the same cause is not asked again. Returns how many were raised.
create function data.deconflict(p_line uuid, p_numbers text[]) returns int
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	-- Who saves at the same time waits here and looks again, so that of two like lines the second is told.
	lock table data.deconfliction in share row exclusive mode;
	with raised as (
		insert into data.deconfliction (line_a, line_b, cause, raised_on)
		select least(l.line_id, k.other), greatest(l.line_id, k.other), k.cause, c.today
		from data.line l
		cross join ref.clock c
		cross join lateral data.line_likely(l.line_id, l.name, l.imports, p_numbers) k
		where l.line_id = p_line
			and not exists (select from data.deconfliction d
				where d.line_a = least(l.line_id, k.other) and d.line_b = greatest(l.line_id, k.other)
					and (d.is_open or d.state = 'different' and d.cause = k.cause))
		on conflict do nothing
		returning 1
	)
	select count(*)::int from raised
$$;
comment on function data.deconflict(uuid, text[]) is 'Raise a deconfliction with every line that may be the same';
create function data.likely_said(p_line uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'May be the same line',
		case k.cause when 'number' then 'Same number' when 'brand' then 'Same brand there' else 'Close spelling' end,
		data.line_shown(k.other)
	from data.line_likely(p_line, btrim(coalesce(cells ->> 'name', '')),
		array(select a.code from data.import_items(cells ->> 'imports') i join ref.area a on lower(a.code) = lower(i)),
		array(select data.parse_number(i) from data.import_items(cells ->> 'numbers') i where data.parse_number(i) is not null)) k
$$;
comment on function data.likely_said(uuid, jsonb) is 'For previews: which lines would have to be deconflicted first';
create function data.line_open_taskings(p_line uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select string_agg(t.tasking_ref, ', ' order by t.tasking_ref) from data.tasking t where t.line_id = p_line and t.is_open
$$;
comment on function data.line_open_taskings(uuid) is 'References of what is still to be done on a line; null if nothing is';
create function data.blocked_line(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('line_keep', 'line_edit', 'line_numbers', 'line_dormant', 'line_close', 'type1_claim', 'type2_claim',
			'assess_propose') and not l.is_open
			then format('the line is %s', lower(s.label))
		when step = 'line_dormant' and l.status = 'dormant' then 'it is dormant already'
		when step = 'line_wake' and l.status <> 'dormant' then 'it is not dormant'
		when step = 'line_reopen' and l.status in ('closed-type1-provisional', 'closed-type1-verified')
			then 'its Type 1 outcome stands: revoke that first'
		when step = 'line_reopen' and (l.is_open or l.status = 'merged') then 'it is not closed'
		when step = 'line_unmerge' and l.merged_into is null then 'it is not merged'
		when step = 'line_close' and data.line_open_taskings(l.line_id) is not null
			then format('complete or cancel its open taskings first: %s', data.line_open_taskings(l.line_id))
		when step in ('line_close', 'type1_claim', 'type2_claim') and exists (select from data.deconfliction d
				where d.is_open and l.line_id in (d.line_a, d.line_b))
			then 'it may be the same as another line: deconflict them first'
		when step in ('type1_claim', 'type2_claim') and exists (select from data.closure c where c.line_id = l.line_id
				and (c.state in ('claimed', 'provisional') or c.kind = 'type1' and c.state = 'verified'))
			then 'an outcome is claimed already'
		when step = 'assess_propose' and exists (select from data.assessment a
				where a.line_id = l.line_id and a.state in ('proposed', 'moderated'))
			then 'an assessment is under way already'
	end
	from data.line l join ref.line_status s on s.code = l.status
	where l.line_id = id
$$;
comment on function data.blocked_line(text, uuid) is 'Why a step cannot be taken on a line as it stands; null if it can';
create function data.blocked_deconfliction(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when not d.is_open then format('it was decided on %s: %s', d.decided_on, d.state)
		when step = 'deconflict_same' and d.state = 'same' then 'it is decided: the lines are to be merged'
		when step = 'deconflict_merge' and (
				select count(*) from data.line l join data.staff s on s.login = session_user and s.writes_force = l.holder_force
				where l.line_id in (d.line_a, d.line_b) and data.line_seen(l.line_id)) < 2
			then 'one of the two is not yours to change: agree it with those who hold it, and let a supervisor of both merge them'
		when step = 'deconflict_merge' and coalesce(data.line_open_taskings(d.line_a), data.line_open_taskings(d.line_b)) is not null
			then format('complete or cancel their open taskings first: %s',
				concat_ws(', ', data.line_open_taskings(d.line_a), data.line_open_taskings(d.line_b)))
	end
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.blocked_deconfliction(text, uuid) is 'Why a step cannot be taken on a deconfliction as it stands; null if it can';
-- Every step on a line begins here: the row is locked, the version is the one that was seen, and the line
-- is in a state for it.
create function data.line_lock(p_step text, p_id uuid, p_version int, p_cells jsonb default '{}') returns data.line
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line;
	blocked text;
begin
	select * into strict l from data.line where line_id = p_id for update;
	if l.row_version is distinct from p_version then
		perform data.refuse_stale('Line ' || l.line_ref, p_version, l.row_version, l.changed_by,
			p_cells, case when p_cells <> '{}' then data.line_now(p_id) end);
	end if;
	blocked := data.blocked_line(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', l.line_ref, blocked), 'The dossier says how it stands.');
	end if;
	return l;
end
$$;
comment on function data.line_lock(text, uuid, int, jsonb) is 'The line a step is about to change, locked, as the caller saw it';
create function data.deconfliction_lock(p_step text, p_id uuid, p_version int) returns data.deconfliction
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction;
	blocked text;
begin
	select * into strict d from data.deconfliction where deconfliction_id = p_id for update;
	if d.row_version is distinct from p_version then
		perform data.refuse_stale('This deconfliction', p_version, d.row_version, coalesce(d.decided_by, d.raised_by));
	end if;
	blocked := data.blocked_deconfliction(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('This deconfliction: %s.', blocked), 'The dossier of either line says how it stands.');
	end if;
	return d;
end
$$;
comment on function data.deconfliction_lock(text, uuid, int) is 'The deconfliction a step is about to decide, locked, as the caller saw it';
-- Who reads the events of one line may not see the other: neither is named to the readers of the other.
-- The pair itself stands in data.deconfliction, and who may see both is shown both.
create function data.pair_told(a uuid, b uuid, p_step text, p_object uuid, p_said text, p_reason text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	select l, data.clock(), p_step, p_object, p_said, p_reason from unnest(array[a, b]) l
$$;
comment on function data.pair_told(uuid, uuid, text, uuid, text, text) is 'One event of two lines, in words that name neither';
-- Goes on from what the force has: the letters of its latest line, the year, the next number.
create function data.next_line_ref(p_force text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	letters text;
	stem text;
	n int;
begin
	select substring(l.line_ref from '^[A-Z]+') into letters from data.line l
	where l.export_force = p_force and l.line_ref ~ '^[A-Z]+[0-9]{2}-[0-9]+$'
	order by l.line_ref desc limit 1;
	letters := coalesce(letters, upper(left(regexp_replace(p_force, '[^A-Za-z]', '', 'g'), 3)));
	stem := letters || to_char(data.clock(), 'YY') || '-';
	select coalesce(max(substring(l.line_ref from length(stem) + 1)::int), 0) + 1 into n from data.line l
	where l.line_ref >= stem and l.line_ref < stem || ':' and l.line_ref ~ ('^' || stem || '[0-9]{1,8}$');
	return stem || case when n < 10000 then to_char(n, 'FM0000') else n::text end;
end
$$;
comment on function data.next_line_ref(text) is 'The reference a new line of a force gets';
-- The fields of a line's form, typed and in the vocabularies' own spelling; what one field cannot tell is
-- refused here.
create function data.line_cells(p_line uuid, cells jsonb) returns data.line
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line;
	faults text[];
	me data.staff;
begin
	select * into me from data.staff where login = session_user;
	l.name := coalesce(cells ->> 'name', '');
	select f.code into l.export_force from ref.force f where lower(f.code) = lower(cells ->> 'export_force');
	select u.code into l.export_npu from ref.unit u where lower(u.code) = lower(cells ->> 'export_npu');
	select s.code into l.status from ref.line_status s where lower(s.code) = lower(cells ->> 'status');
	select s.login into l.lro from data.staff s where lower(s.login) = lower(cells ->> 'lro');
	l.bulk_marketing := coalesce(lower(cells ->> 'bulk_marketing') = 'yes', false);
	l.first_seen := data.parse_day(cells ->> 'first_seen');
	l.last_seen := coalesce(data.parse_day(cells ->> 'last_seen'), l.first_seen);
	l.aliases := array(select distinct i collate "C" from data.import_items(cells ->> 'aliases') i order by 1);
	l.imports := array(select distinct a.code from data.import_items(cells ->> 'imports') i join ref.area a on lower(a.code) = lower(i) order by 1);
	l.drugs := array(select d.code from ref.drug d where lower(d.code) in (select lower(i) from data.import_items(cells ->> 'drugs') i) order by d.position);
	l.group_refs := array(select g.group_ref from data.crime_group g
		where lower(g.group_ref) in (select lower(i) from data.import_items(cells ->> 'groups') i) order by 1);
	select o.line_id into l.successor_of from data.line o
	where o.line_ref = cells ->> 'successor_of' and data.line_seen(o.line_id);

	faults := array_remove(array[
		case when l.last_seen < l.first_seen
			then format('last_seen: %s lies before the line was first seen, %s', l.last_seen, l.first_seen) end,
		case when l.export_npu is not null and not exists (select from ref.unit u where u.code = l.export_npu and u.force = l.export_force)
			then format('export_npu: %s is no unit of %s', l.export_npu, l.export_force) end,
		case when me.role = 'lro' and not coalesce(l.export_npu = any (me.sees_units), false)
			then format('export_npu: you may identify lines of your own units only: %s', array_to_string(me.sees_units, ', ')) end,
		case when l.lro is not null and l.export_npu is not null and not exists (select from data.staff s
				where s.login = l.lro and l.export_npu = any (s.sees_units))
			then format('lro: %s does not answer for %s', l.lro, l.export_npu) end,
		case when not (select s.is_open from ref.line_status s where s.code = l.status)
			then format('status: %s closes the line, which has a step of its own', l.status) end,
		case when coalesce(cells ->> 'successor_of', '') <> '' and l.successor_of is null
			then format('successor_of: there is no line %s, or it is not yours to see', data.import_quote(cells ->> 'successor_of')) end,
		case when l.successor_of = p_line then 'successor_of: a line cannot go on from itself' end,
		case when exists (select from data.line o where o.line_id = l.successor_of and o.is_open)
			then format('successor_of: %s is still open', cells ->> 'successor_of') end], null);
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	return l;
end
$$;
comment on function data.line_cells(uuid, jsonb) is 'What was typed about a line, as a row of data.line';
-- For one line what data.import_apply_links is for a file. The line has its lists already, so the triggers
-- of these tables find nothing left to do.
create function data.line_links_set(l data.line) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with today as materialized (
		select data.clock()::date as day
	), alias_off as (
		delete from data.line_alias a where a.line_id = (l).line_id and a.alias <> all ((l).aliases)
	), alias_on as (
		insert into data.line_alias (line_id, alias) select (l).line_id, unnest((l).aliases) on conflict do nothing
	), drug_off as (
		delete from data.line_drug d where d.line_id = (l).line_id and d.drug <> all ((l).drugs)
	), drug_on as (
		insert into data.line_drug (line_id, drug) select (l).line_id, unnest((l).drugs) on conflict do nothing
	), import_off as (
		delete from data.line_import m using today
		where m.line_id = (l).line_id and m.area <> all ((l).imports) and m.valid_from >= today.day
	), import_end as (
		update data.line_import m set valid_to = today.day - 1 from today
		where m.line_id = (l).line_id and m.area <> all ((l).imports) and m.valid_from < today.day and m.valid_to >= today.day
	), import_on as (
		insert into data.line_import (line_id, area, valid_from)
		select (l).line_id, a, today.day from today, unnest((l).imports) a
		where not exists (select from data.line_import m
			where m.line_id = (l).line_id and m.area = a and today.day between m.valid_from and m.valid_to)
	), group_off as (
		delete from data.line_group g using today, data.crime_group c
		where g.line_id = (l).line_id and c.group_id = g.group_id and c.group_ref <> all ((l).group_refs) and g.valid_from >= today.day
	), group_end as (
		update data.line_group g set valid_to = today.day - 1 from today, data.crime_group c
		where g.line_id = (l).line_id and c.group_id = g.group_id and c.group_ref <> all ((l).group_refs)
			and g.valid_from < today.day and g.valid_to >= today.day
	)
	insert into data.line_group (line_id, group_id, valid_from)
	select (l).line_id, c.group_id, today.day from today, data.crime_group c
	where c.group_ref = any ((l).group_refs) and not exists (select from data.line_group g
		where g.line_id = (l).line_id and g.group_id = c.group_id and today.day between g.valid_from and g.valid_to)
$$;
comment on function data.line_links_set(data.line) is 'Bring the link tables of one line to the lists it has';
create function data.step_line_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_cells(null, cells);
	numbers text[];
	raised int;
	me data.staff;
begin
	select * into me from data.staff where login = session_user;
	l.line_id := gen_random_uuid();
	l.line_ref := nullif(cells ->> 'line_ref', '');
	if l.line_ref is null then
		-- The next number is free for one: whoever comes second waits here and gets the one after.
		perform from ref.force f where f.code = l.export_force for update;
		l.line_ref := data.next_line_ref(l.export_force);
	elsif exists (select from data.line o where o.line_ref = l.line_ref) then
		perform data.refuse_fields(array[format('line_ref: %s is taken; leave it empty for the next free one', l.line_ref)]);
	end if;
	begin
		insert into data.line (line_id, line_ref, name, holder_force, status, is_open, export_force, export_npu, lro, bulk_marketing,
			first_seen, last_seen, aliases, imports, drugs, group_refs, successor_of)
		values (l.line_id, l.line_ref, l.name, me.force, l.status, true, l.export_force, l.export_npu, l.lro, l.bulk_marketing,
			l.first_seen, l.last_seen, l.aliases, l.imports, l.drugs, l.group_refs, l.successor_of);
	exception when unique_violation then -- somebody else's, a moment ago
		perform data.refuse_fields(array[format('line_ref: %s is taken; leave it empty for the next free one', l.line_ref)]);
	end;
	perform data.line_links_set(l);
	numbers := array(select distinct data.parse_number(i) from data.import_items(cells ->> 'numbers') i);
	insert into data.line_number (line_id, number, first_seen)
	select l.line_id, n, l.first_seen from unnest(numbers) n;
	raised := data.deconflict(l.line_id, numbers);
	id := l.line_id;
	ref := l.line_ref;
	version := (select x.row_version from data.line x where x.line_id = l.line_id);
	said := format('%s is on the grid%s', ref, case when raised > 0
		then format('; %s to be deconflicted before it is tasked', raised || case raised when 1 then ' likely double' else ' likely doubles' end)
		else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_add(uuid, int, jsonb) is 'Put a new line on the grid; what may be the same line is raised for deconfliction';
create function data.step_line_edit(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	old data.line := data.line_lock('line_edit', p_id, p_version, cells - 'numbers');
	l data.line;
	numbers text[];
	raised int;
begin
	l := data.line_cells(p_id, cells);
	l.line_id := old.line_id;
	if l.successor_of is null and coalesce(cells ->> 'successor_of', '') = '' and old.successor_of is not null
		and not data.line_seen(old.successor_of) then
		l.successor_of := old.successor_of;
	end if;
	numbers := array(select distinct data.parse_number(i) from data.import_items(cells ->> 'numbers') i);
	insert into data.line_number (line_id, number, first_seen)
	select l.line_id, n, data.clock()::date from unnest(numbers) n on conflict do nothing;
	update data.line x
	set name = l.name, status = l.status, export_force = l.export_force, export_npu = l.export_npu, lro = l.lro,
		bulk_marketing = l.bulk_marketing, first_seen = l.first_seen, last_seen = l.last_seen, aliases = l.aliases,
		imports = l.imports, drugs = l.drugs, group_refs = l.group_refs, successor_of = l.successor_of
	where x.line_id = l.line_id;
	perform data.line_links_set(l);
	raised := data.deconflict(l.line_id, numbers);
	id := l.line_id;
	ref := old.line_ref;
	version := (select x.row_version from data.line x where x.line_id = l.line_id);
	said := format('%s is saved%s', ref, case when raised > 0 then '; it may be the same as another line: deconflict them' else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_edit(uuid, int, jsonb) is 'Change a line; what may be the same line by now is raised for deconfliction';
create function data.step_line_numbers(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_numbers', p_id, p_version);
	number text := cells ->> 'number';
	kind text := coalesce(nullif(cells ->> 'kind', ''), 'MSISDN');
	raised int;
begin
	if kind = 'MSISDN' then
		number := data.parse_number(number);
		if number is null then
			perform data.refuse_fields(array[format('number: %s is not a telephone number; write it like 07700 900123 or +447700900123',
				data.import_quote(cells ->> 'number'))]);
		end if;
	elsif kind in ('IMEI', 'ICCID', 'IMSI') then
		number := regexp_replace(number, '[ .-]', '', 'g');
		if number !~ (case kind when 'IMEI' then '^[0-9]{14,16}$' when 'IMSI' then '^[0-9]{14,15}$' else '^[0-9]{18,22}$' end) then
			perform data.refuse_fields(array[format('number: %s is no %s, which has %s digits', data.import_quote(cells ->> 'number'), kind,
				case kind when 'IMEI' then '14 to 16' when 'IMSI' then '14 or 15' else '18 to 22' end)]);
		end if;
	end if;
	insert into data.line_number as n (line_id, number, kind, first_seen, last_seen)
	values (l.line_id, number, kind, data.parse_day(cells ->> 'first_seen'), data.parse_day(cells ->> 'first_seen'))
	on conflict on constraint line_number_line_id_number_key do update
		set state = 'live', last_seen = greatest(n.last_seen, excluded.last_seen);
	raised := data.deconflict(l.line_id, array[number]);
	id := l.line_id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('%s has one number more%s', ref, case when raised > 0
		then '; another line has it, too: deconflict them' else '' end);
	lines := array[id];
end
$$;
comment on function data.step_line_numbers(uuid, int, jsonb) is 'Add an identifier to a line';
create function data.step_number_state(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('number_state', p_id, p_version);
	-- As it is kept: a telephone number in its one form, other identifiers by their digits.
	wanted text[] := array[data.parse_number(cells ->> 'number'), cells ->> 'number', regexp_replace(cells ->> 'number', '[ .-]', '', 'g')];
begin
	update data.line_number n
	set state = cells ->> 'state', last_seen = greatest(n.last_seen, data.parse_day(cells ->> 'on'))
	where n.line_id = l.line_id and n.number = any (wanted);
	if not found then
		perform data.refuse_fields(array['number: this line has no such number; its dossier lists them']);
	end if;
	id := l.line_id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('A number of %s is %s', ref, cells ->> 'state');
	lines := array[id];
end
$$;
comment on function data.step_number_state(uuid, int, jsonb) is 'Say what became of a number of a line';
create function data.step_line_keep(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_keep', p_id, p_version);
begin
	update data.line x set last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s stays on the grid, reviewed today', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_keep(uuid, int, jsonb) is 'Keep a line on the grid';
create function data.step_line_dormant(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_dormant', p_id, p_version);
begin
	update data.line x set status = 'dormant', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is dormant', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_dormant(uuid, int, jsonb) is 'Say that a line has fallen silent';
create function data.step_line_wake(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_wake', p_id, p_version);
begin
	update data.line x set status = 'active', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is active again', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_wake(uuid, int, jsonb) is 'Say that a dormant line is active again';
create function data.step_line_close(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_close', p_id, p_version);
begin
	update data.line x set status = 'closed-other', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is closed', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_close(uuid, int, jsonb) is 'Close a line that no outcome closes';
create function data.step_line_reopen(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_reopen', p_id, p_version);
begin
	update data.line x set status = 're-opened', last_review = data.clock()::date where x.line_id = l.line_id returning x.row_version into version;
	id := l.line_id;
	ref := l.line_ref;
	version := coalesce(version, l.row_version);
	said := format('%s is open again', ref);
	lines := array[id];
end
$$;
comment on function data.step_line_reopen(uuid, int, jsonb) is 'Open a closed line again';
create function data.step_line_unmerge(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('line_unmerge', p_id, p_version);
begin
	update data.line x set status = coalesce(l.status_before, 're-opened'), merged_into = null, status_before = null
	where x.line_id = l.line_id returning x.row_version into version;
	delete from data.line_alias a where a.line_id = l.merged_into and a.alias = l.name
		and not exists (select from data.line_history h
			where h.line_id = l.merged_into and h.valid_from < l.valid_from and l.name = any (h.aliases));
	update data.deconfliction d set state = 'open', decided_on = null, decided_by = null, into_line = null,
		rationale = '', row_version = d.row_version + 1
	where d.state = 'merged' and d.line_a = least(l.line_id, l.merged_into) and d.line_b = greatest(l.line_id, l.merged_into);
	id := l.line_id;
	ref := l.line_ref;
	said := format('%s is a line of its own again; whether it is the same is open', ref);
	lines := '{}';
	perform data.pair_told(id, l.merged_into, 'line_unmerge', id, 'A merge was undone', cells ->> 'reason');
end
$$;
comment on function data.step_line_unmerge(uuid, int, jsonb) is 'Undo a merge: a change of its own, the merge stays in the history';
create function data.step_deconflict_different(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_different', p_id, p_version);
begin
	update data.deconfliction x set state = 'different', decided_on = data.clock()::date, decided_by = session_user,
		rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	id := d.deconfliction_id;
	ref := concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b));
	said := format('%s are different lines', ref);
	lines := '{}';
	perform data.pair_told(d.line_a, d.line_b, 'deconflict_different', id, 'A different line from the one it was held against', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_different(uuid, int, jsonb) is 'Say that two lines are two';
create function data.step_deconflict_same(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_same', p_id, p_version);
begin
	update data.deconfliction x set state = 'same', decided_on = data.clock()::date, decided_by = session_user,
		rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	id := d.deconfliction_id;
	ref := concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b));
	said := format('%s are the same line, still to be merged', ref);
	lines := '{}';
	perform data.pair_told(d.line_a, d.line_b, 'deconflict_same', id, 'The same line as another, still to be merged', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_same(uuid, int, jsonb) is 'Say that two lines are one, still to be merged';
create function data.step_deconflict_merge(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.deconfliction := data.deconfliction_lock('deconflict_merge', p_id, p_version);
	winner data.line;
	loser data.line;
begin
	select * into winner from data.line l where l.line_id in (d.line_a, d.line_b) and l.line_ref = cells ->> 'into_ref' for update;
	if winner.line_id is null then
		perform data.refuse_fields(array[format('into_ref: it is neither of the two: %s', concat_ws(' or ',
			(select line_ref from data.line where line_id = d.line_a), (select line_ref from data.line where line_id = d.line_b)))]);
	elsif not winner.is_open then
		perform data.refuse_fields(array[format('into_ref: %s is closed; the one that goes on is open, or is reopened first', winner.line_ref)]);
	end if;
	select * into strict loser from data.line l where l.line_id in (d.line_a, d.line_b) and l.line_id <> winner.line_id for update;
	update data.line x set status = 'merged', merged_into = winner.line_id, status_before = loser.status
	where x.line_id = loser.line_id;
	-- A name that is kept from the readers of the other line stays behind its wall.
	if loser.name not in ('', winner.name) and (winner.restricted or not loser.restricted) then
		insert into data.line_alias (line_id, alias) values (winner.line_id, loser.name) on conflict do nothing;
	end if;
	update data.deconfliction x set state = 'merged', into_line = winner.line_id, decided_on = data.clock()::date,
		decided_by = session_user, rationale = cells ->> 'rationale', row_version = x.row_version + 1
	where x.deconfliction_id = d.deconfliction_id returning x.row_version into version;
	perform audit.write('combination', 'line', winner.line_ref, '', '', jsonb_build_object('merged', loser.line_ref));
	id := d.deconfliction_id;
	ref := winner.line_ref;
	said := format('%s is merged into %s', loser.line_ref, winner.line_ref);
	lines := '{}';
	perform data.pair_told(winner.line_id, loser.line_id, 'deconflict_merge', id, 'Two lines were merged', cells ->> 'rationale');
end
$$;
comment on function data.step_deconflict_merge(uuid, int, jsonb) is 'Merge two lines; both histories stay';
create function data.values_line_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, ''
	from data.staff s
	cross join ref.clock c
	cross join lateral (values
		('', '0'),
		('status', 'reported'),
		('export_force', s.force),
		('export_npu', case s.role when 'lro' then s.unit else '' end),
		('lro', case s.role when 'lro' then s.login else '' end),
		('first_seen', c.today::text)) v (name, value)
	where s.login = session_user and id is null
$$;
comment on function data.values_line_add(uuid) is 'What a new line begins with';
create function data.values_line_edit(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, coalesce(v.note, '')
	from data.line l
	left join data.line o on o.line_id = l.successor_of and data.line_seen(o.line_id)
	cross join lateral (values
		('', l.row_version::text, concat_ws(' ', l.line_ref, l.name)),
		('name', l.name, null),
		('aliases', array_to_string(l.aliases, '; '), null),
		('status', l.status, null),
		('export_force', l.export_force, null),
		('export_npu', coalesce(l.export_npu, ''), null),
		('imports', array_to_string(l.imports, '; '), null),
		('drugs', array_to_string(l.drugs, '; '), null),
		('bulk_marketing', case when l.bulk_marketing then 'yes' else 'no' end, null),
		('first_seen', coalesce(l.first_seen::text, ''), null),
		('last_seen', coalesce(l.last_seen::text, ''), null),
		('lro', coalesce(l.lro, ''), null),
		('groups', array_to_string(l.group_refs, '; '), null),
		('successor_of', coalesce(o.line_ref, ''), null)) v (name, value, note)
	where l.line_id = id
$$;
comment on function data.values_line_edit(uuid) is 'A line as its form shows it';
create function data.line_now(p_id uuid) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_object_agg(v.name, v.value) from data.values_line_edit(p_id) v where v.name <> ''
$$;
comment on function data.line_now(uuid) is 'A line as its form would show it now, to set beside what was typed on an older version';
create function data.values_deconflict_different(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_different(uuid) is 'Which two lines';
create function data.values_deconflict_same(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_same(uuid) is 'Which two lines';
create function data.values_deconflict_merge(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', d.row_version::text, concat_ws(' and ', data.line_shown(d.line_a), data.line_shown(d.line_b))
	from data.deconfliction d where d.deconfliction_id = id
$$;
comment on function data.values_deconflict_merge(uuid) is 'Which two lines';
create function data.preview_line_add(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with likely as materialized (
		select k.* from data.likely_said(id, cells) k
	)
	select k.section, k.label, k.text from likely k
	union all
	select 'Saving', '', case when exists (select from likely)
		then 'raises a deconfliction: none of these lines can be tasked until somebody says whether they are one'
		else 'no line with this number, brand or spelling is in this market' end
$$;
comment on function data.preview_line_add(uuid, jsonb) is 'Which lines may be the same as what is being typed';
create function data.preview_line_edit(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with likely as materialized (
		select k.* from data.likely_said(id, cells) k
	)
	select k.section, k.label, k.text from likely k
	union all
	select 'Saving', '', case when exists (select from likely)
		then 'raises a deconfliction: none of these lines can be tasked until somebody says whether they are one'
		else 'no line with this number, brand or spelling is in this market' end
$$;
comment on function data.preview_line_edit(uuid, jsonb) is 'Which lines may be the same as what is being typed';
create function data.model_today() returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select m.code from ref.score_model m cross join ref.clock c
	where c.today between m.valid_from and m.valid_to order by m.valid_from desc limit 1
$$;
comment on function data.model_today() is 'The score model in force';
create function data.opinion_keep(p_assessment uuid, p_stage text, cells jsonb) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.assessment_opinion as o (assessment_id, stage, factor, score, rationale, at)
	select p_assessment, p_stage, f.code, (cells ->> f.code)::int, cells ->> (f.code || '_why'), data.clock()
	from data.assessment a join ref.score_factor f on f.model = a.model
	where a.assessment_id = p_assessment
	on conflict (assessment_id, stage, factor) do update
		set score = excluded.score, rationale = excluded.rationale, login = session_user, at = excluded.at;
	-- The second scorer is a witness: what is signed is the moderated proposal.
	insert into data.assessment_factor as x (assessment_id, model, factor, score, rationale)
	select p_assessment, a.model, f.code, (cells ->> f.code)::int, cells ->> (f.code || '_why')
	from data.assessment a join ref.score_factor f on f.model = a.model
	where a.assessment_id = p_assessment and p_stage <> 'second'
	on conflict (assessment_id, factor) do update set score = excluded.score, rationale = excluded.rationale
$$;
comment on function data.opinion_keep(uuid, text, jsonb) is 'Keep what a scorer gave, and put it in force unless it is the second opinion';
-- Who did one part of it cannot do the next: the reasons name the part.
create function data.blocked_assessment(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when a.state not in ('proposed', 'moderated') then format('it is %s', a.state)
		when step = 'assess_moderate' and session_user = a.proposer then 'you proposed it: another analyst moderates it'
		when step = 'assess_moderate' and session_user = a.second_by then 'you scored it second: another analyst moderates it'
		when step = 'assess_second' and session_user in (a.proposer, a.moderated_by)
			then 'you proposed or moderated it: a second scorer comes to it fresh'
		when step = 'assess_second' and a.second_by is not null then format('%s has scored it second', a.second_by)
		when step = 'assess_sign' and a.state <> 'moderated' then 'an analyst has to moderate it first'
		when step = 'assess_sign' and session_user = a.proposer then 'you proposed it: another supervisor signs it'
		when step = 'assess_sign' and session_user = a.moderated_by then 'you moderated it: another supervisor signs it'
		when step = 'assess_sign' and session_user = a.second_by then 'you scored it second: another supervisor signs it'
		when step = 'assess_sign' and a.second_by is null and t.total >= (select max(b.min_score) from ref.band b)
			then format('it comes to %s, in the top band: a second scorer has to score it first', t.total)
		when step = 'assess_withdraw' and session_user <> a.proposer then 'only who proposed it can withdraw it; a supervisor can return it'
	end
	from data.assessment a cross join lateral data.assessment_total(a.assessment_id, a.model) t
	where a.assessment_id = id
$$;
comment on function data.blocked_assessment(text, uuid) is 'Why a step cannot be taken on an assessment as it stands; null if it can';
create function data.assessment_lock(p_step text, p_id uuid, p_version int) returns data.assessment
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment;
	blocked text;
begin
	select * into strict a from data.assessment where assessment_id = p_id for update;
	if a.row_version is distinct from p_version then
		perform data.refuse_stale('This assessment', p_version, a.row_version,
			coalesce(a.signed_by, a.second_by, a.moderated_by, a.proposer));
	end if;
	blocked := data.blocked_assessment(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('This assessment: %s.', blocked), 'The dossier of the line says how it stands.');
	end if;
	return a;
end
$$;
comment on function data.assessment_lock(text, uuid, int) is 'The assessment a step is about to change, locked, as the caller saw it';
-- Half filled as the form may be. The rank counts scores above, and later days in the same score.
create function data.score_said(p_line uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with given as (
		select f.code, f.label, f.position, f.weight, f.scale_max,
			case when cells ->> f.code ~ '^[0-9]$' and (cells ->> f.code)::int <= f.scale_max then (cells ->> f.code)::int end as score
		from ref.score_factor f where f.model = data.model_today()
	), total as (
		select round(sum(g.weight * g.score) * 100.0 / sum(g.weight * g.scale_max))::int as score,
			string_agg(g.label, ', ' order by g.position) filter (where g.score is null) as missing
		from given g
	), l as (
		select x.*, s.force from data.line x join data.staff s on s.login = session_user where x.line_id = p_line
	), place as (
		select 1 + coalesce((select sum(r.n) from data.rank_score r where r.grid_part in (l.force, '') and r.sort_score < -t.score), 0)
			+ coalesce((select sum(r.n) from data.rank_tally r where r.grid_part in (l.force, '') and r.sort_score = -t.score
				and r.sort_seen < l.sort_seen), 0)
			- case when l.is_open and l.score > t.score then 1 else 0 end as rank,
			(select sum(r.n) from data.rank_score r where r.grid_part in (l.force, '')) as ranked,
			(select n.rank from data.standing(l.force, array[l.line_id]) n) as now
		from l cross join total t
	)
	select 'Score', x.label, x.text
	from total t cross join l cross join place p cross join lateral (values
		('Total', coalesce(t.score::text, '-') || coalesce(', ' || data.band_of(t.score), '')),
		('Signed now', coalesce(l.score || ', ' || l.band || case when t.missing is not null then ''
			when t.score > l.score then format(' (up %s)', t.score - l.score)
			when t.score < l.score then format(' (down %s)', l.score - t.score) else ' (the same)' end, 'none')),
		('Rank', case when t.missing is null then format('%s of %s%s', p.rank, p.ranked, coalesce(', now ' || p.now, ', now unranked')) end),
		('To score', t.missing),
		('Second scorer', case when t.missing is null and t.score >= (select max(b.min_score) from ref.band b)
			then 'needed: this is the top band' end)) x (label, text)
	where x.text is not null
$$;
comment on function data.score_said(uuid, jsonb) is 'For previews: what the factors come to, and the rank it would give';
create function data.opinions_said(p_assessment uuid)
returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'Scorers differ', f.label, string_agg(format('%s gave %s', o.login, o.score), ', ' order by o.at, o.stage)
	from data.assessment a
	join ref.score_factor f on f.model = a.model
	join data.assessment_opinion o on o.assessment_id = a.assessment_id and o.factor = f.code
	where a.assessment_id = p_assessment
	group by f.label, f.position
	having count(distinct o.score) > 1
	order by f.position
$$;
comment on function data.opinions_said(uuid) is 'For previews: where the scorers of an assessment disagree';
-- Scores to begin from (p_from, an assessment), with the signed ones beside them.
create function data.factor_values(p_line uuid, p_from uuid)
returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select x.name, x.value, x.note
	from data.line l
	join ref.score_factor f on f.model = data.model_today()
	left join data.assessment s on s.assessment_id = l.assessment_id
	left join data.assessment_factor old on old.assessment_id = s.assessment_id and old.factor = f.code
	left join data.assessment_factor v on v.assessment_id = p_from and v.factor = f.code
	cross join lateral (values
		(f.code, v.score::text, case when old.score is not null then format('signed %s on %s', old.score, s.signed_on) end),
		(f.code || '_why', v.rationale, null)) x (name, value, note)
	where l.line_id = p_line
$$;
comment on function data.factor_values(uuid, uuid) is 'First values and notes of the factors of a form';
create function data.step_assess_propose(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('assess_propose', p_id, p_version);
begin
	insert into data.assessment (line_id, model, proposed_on)
	values (l.line_id, data.model_today(), data.clock()::date)
	returning assessment_id, row_version into id, version;
	perform data.opinion_keep(id, 'proposed', cells);
	ref := l.line_ref;
	said := format('A score of %s is proposed for %s: an analyst moderates it, a supervisor signs it',
		(select t.total from data.assessment_total(id, data.model_today()) t), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_assess_propose(uuid, int, jsonb) is 'Propose a score of a line';
create function data.step_assess_moderate(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_moderate', p_id, p_version);
begin
	perform data.opinion_keep(a.assessment_id, 'moderated', cells);
	update data.assessment x set state = 'moderated', moderated_by = session_user, moderated_on = data.clock()::date,
		row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score of %s is moderated: it comes to %s%s', ref,
		(select t.total from data.assessment_total(id, a.model) t),
		case when a.second_by is null and (select t.total from data.assessment_total(id, a.model) t) >= (select max(b.min_score) from ref.band b)
			then '; the top band needs a second scorer' else '; a supervisor signs it' end);
end
$$;
comment on function data.step_assess_moderate(uuid, int, jsonb) is 'Moderate a proposed score';
create function data.step_assess_second(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_second', p_id, p_version);
	differ bigint;
begin
	perform data.opinion_keep(a.assessment_id, 'second', cells);
	update data.assessment x set second_by = session_user, second_on = data.clock()::date, row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	select count(*) into differ from data.assessment_opinion o join data.assessment_factor f using (assessment_id, factor)
	where o.assessment_id = id and o.stage = 'second' and o.score <> f.score;
	said := format('%s is scored a second time%s', ref, case differ when 0 then ', in agreement'
		else format('; you differ in %s %s', differ, case differ when 1 then 'factor' else 'factors' end) end);
end
$$;
comment on function data.step_assess_second(uuid, int, jsonb) is 'Score a line a second time, by oneself';
create function data.step_assess_sign(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_sign', p_id, p_version);
	day date := coalesce(data.parse_day(cells ->> 'signed_on'), data.clock()::date);
begin
	if exists (select from data.assessment o where o.line_id = a.line_id and o.signed_on >= day) then
		perform data.refuse_fields(array[format('signed_on: the line has an assessment signed on %s; a new one is signed after it',
			(select max(o.signed_on) from data.assessment o where o.line_id = a.line_id))]);
	end if;
	update data.assessment x set signed_on = day, signed_by = session_user, row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('%s scores %s, %s', ref, (select l.score from data.line l where l.line_id = a.line_id),
		(select l.band from data.line l where l.line_id = a.line_id));
end
$$;
comment on function data.step_assess_sign(uuid, int, jsonb) is 'Sign a moderated score: from then on it is the score of the line';
create function data.step_assess_return(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_return', p_id, p_version);
begin
	update data.assessment x set state = 'returned', row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score of %s goes back to %s', ref, a.proposer);
end
$$;
comment on function data.step_assess_return(uuid, int, jsonb) is 'An assessment is returned, with the reason';
create function data.step_assess_withdraw(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	a data.assessment := data.assessment_lock('assess_withdraw', p_id, p_version);
begin
	update data.assessment x set state = 'withdrawn', row_version = x.row_version + 1
	where x.assessment_id = a.assessment_id
	returning x.row_version into version;
	id := a.assessment_id;
	ref := (select l.line_ref from data.line l where l.line_id = a.line_id);
	lines := array[a.line_id];
	said := format('The score proposed for %s is withdrawn by %s', ref, a.proposer);
end
$$;
comment on function data.step_assess_withdraw(uuid, int, jsonb) is 'An assessment is withdrawn, with the reason';
create function data.step_external_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('external_add', p_id, p_version);
begin
	insert into data.external_score (line_id, scheme, value, on_day, assessor)
	values (l.line_id, cells ->> 'scheme', cells ->> 'value', data.parse_day(cells ->> 'on'), cells ->> 'assessor')
	returning external_id into id;
	ref := l.line_ref;
	version := l.row_version;
	said := format('%s of %s is recorded', cells ->> 'scheme', ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_external_add(uuid, int, jsonb) is 'Record the score another scheme gave a line, as it was given';
create function data.step_external_group_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	g data.crime_group;
begin
	select * into strict g from data.crime_group where group_id = p_id;
	if g.row_version is distinct from p_version then
		perform data.refuse_stale('Group ' || g.group_ref, p_version, g.row_version, g.changed_by);
	end if;
	insert into data.external_score (group_id, scheme, value, on_day, assessor)
	values (g.group_id, cells ->> 'scheme', cells ->> 'value', data.parse_day(cells ->> 'on'), cells ->> 'assessor')
	returning external_id into id;
	ref := g.group_ref;
	version := g.row_version;
	said := format('%s of %s is recorded', cells ->> 'scheme', ref);
	lines := '{}';
end
$$;
comment on function data.step_external_group_add(uuid, int, jsonb) is 'Record the score another scheme gave a group, as it was given';
create function data.values_assess_propose(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', l.row_version::text, concat_ws(' ', l.line_ref, l.name) from data.line l where l.line_id = id
	union all
	select v.* from data.line l
	cross join lateral data.factor_values(id, coalesce(
		(select a.assessment_id from data.assessment a where a.line_id = id and a.state = 'returned'
			and a.created_at > (select coalesce(max(s.created_at), '-infinity') from data.assessment s where s.assessment_id = l.assessment_id)
			order by a.created_at desc limit 1), l.assessment_id)) v
	where l.line_id = id
$$;
comment on function data.values_assess_propose(uuid) is 'A new proposal begins from what was returned, or else from what is signed';
create function data.values_assess_moderate(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
	union all
	select v.* from data.assessment a cross join lateral data.factor_values(a.line_id, a.assessment_id) v where a.assessment_id = id
$$;
comment on function data.values_assess_moderate(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_second(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
	union all
	select v.* from data.assessment a cross join lateral data.factor_values(a.line_id, null) v where a.assessment_id = id
$$;
comment on function data.values_assess_second(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_sign(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
$$;
comment on function data.values_assess_sign(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_return(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
$$;
comment on function data.values_assess_return(uuid) is 'Which assessment, and what its form begins with';
create function data.values_assess_withdraw(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', a.row_version::text, concat_ws(' ', l.line_ref, l.name, format('(proposed by %s)', a.proposer))
	from data.assessment a join data.line l using (line_id) where a.assessment_id = id
$$;
comment on function data.values_assess_withdraw(uuid) is 'Which assessment, and what its form begins with';
create function data.values_external_group_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', g.row_version::text, concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = id
$$;
comment on function data.values_external_group_add(uuid) is 'Which group';
create function data.preview_assess_propose(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said(id, cells) s
$$;
comment on function data.preview_assess_propose(uuid, jsonb) is 'What the scores come to as they are given';
create function data.preview_assess_moderate(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said((select a.line_id from data.assessment a where a.assessment_id = id), cells) s
	union all select o.* from data.opinions_said(id) o
$$;
comment on function data.preview_assess_moderate(uuid, jsonb) is 'What the scores come to as they are given';
create function data.preview_assess_second(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select s.* from data.score_said((select a.line_id from data.assessment a where a.assessment_id = id), cells) s
$$;
comment on function data.preview_assess_second(uuid, jsonb) is 'What the scores come to as they are given';
-- What is signed is what was moderated, factor by factor, with where the scorers differ.
create function data.preview_assess_sign(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with given as (
		select jsonb_object_agg(f.factor, f.score::text) as cells from data.assessment_factor f where f.assessment_id = id
	)
	select s.* from data.assessment a cross join given g cross join lateral data.score_said(a.line_id, g.cells) s
	where a.assessment_id = id
	union all
	select o.* from data.opinions_said(id) o
	union all
	(select 'Factors', r.label, v.score || ' of ' || r.scale_max || ': ' || v.rationale
	from data.assessment_factor v join ref.score_factor r on r.model = v.model and r.code = v.factor
	where v.assessment_id = id order by r.position)
$$;
comment on function data.preview_assess_sign(uuid, jsonb) is 'What would be signed';
-- For the functions of its owner: it names people. Without a filter of its own, so that a line or a period
-- reaches the indexes of each kind.
create view data.event_row as
	select x.event_id, 'arrest' as kind, x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		case when x.drugs_linked then 'linked to drugs' else 'not linked to drugs' end as what, x.programme,
		x.voided_at is not null as voided, x.void_reason as why_void, x.entered_at, x.entered_by
	from data.arrest x
	union all
	select x.event_id, 'charge', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		o.label || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.charge x join ref.offence o on o.code = x.offence
	union all
	select x.event_id, 'safeguarding', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		concat_ws(', ', x.stage, x.route || ' service', x.mechanism, 'consent ' || x.consent), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.safeguarding x
	union all
	select x.event_id, 'disruption', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(', ', x.grade, x.four_p, g.group_ref, nullif(x.tactic, '')), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.disruption x left join data.crime_group g using (group_id)
	union all
	select x.event_id, 'seizure', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(' ', x.quantity, nullif(x.measure, ''), x.what) || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.seizure x
	union all
	select x.event_id, 'ddtro', x.event_ref, x.on_day, x.unit, x.line_id, null,
		format('by a %s, to be complied with by %s%s', x.applicant_rank, x.compliance_due, coalesce(', complied ' || x.complied_on, '')),
		null, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.ddtro x;
comment on view data.event_row is 'Events of every kind, one after the other';
create function data.event_ref(p_letters text, p_id uuid) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select p_letters || '-' || upper(left(replace(p_id::text, '-', ''), 8))
$$;
comment on function data.event_ref(text, uuid) is 'The reference of an event that came without one';
create function data.yes(value text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select lower(value) = 'yes'
$$;
comment on function data.yes(text) is 'A flag of a form or file';
create function data.unit_fault(p_unit text, p_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when not exists (select from ref.unit u
			where lower(u.code) = lower(p_unit) and p_day between u.valid_from and u.valid_to)
		then format('%s was no unit on %s', data.import_quote(p_unit), p_day) end
$$;
comment on function data.unit_fault(text, date) is 'Why a result of a day cannot be a unit''s; null if it can';
create function data.the_unit(cells jsonb, p_day date) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	fault text := data.unit_fault(cells ->> 'unit', p_day);
begin
	if fault is not null then
		perform data.refuse_fields(array['unit: ' || fault]);
	end if;
	return (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit'));
end
$$;
comment on function data.the_unit(jsonb, date) is 'The unit a form names, valid on the day';
create function data.working_day(after date, n int) returns date
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d::date from generate_series(after + 1, after + 3 * n + 14, interval '1 day') d
	where extract(isodow from d) < 6 and not exists (select from ref.bank_holiday b where b.day = d::date)
	order by d offset n - 1 limit 1
$$;
comment on function data.working_day(date, int) is 'The nth working day after a day';
-- An event changes once, when it is voided; an order also when it is complied with.
create function data.event(p_id uuid)
returns table (kind text, event_ref text, line_id uuid, voided boolean, version int, changed_by text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select e.kind, e.event_ref, e.line_id, e.voided_at is not null, e.row_version + (e.voided_at is not null)::int,
		coalesce(e.voided_by, e.entered_by)
	from (
		select 'arrest' as kind, x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1 as row_version
		from data.arrest x where x.event_id = p_id
		union all select 'charge', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.charge x where x.event_id = p_id
		union all select 'safeguarding', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.safeguarding x where x.event_id = p_id
		union all select 'disruption', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.disruption x where x.event_id = p_id
		union all select 'seizure', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, 1
		from data.seizure x where x.event_id = p_id
		union all select 'ddtro', x.event_ref, x.line_id, x.voided_at, x.voided_by, x.entered_by, x.row_version
		from data.ddtro x where x.event_id = p_id
	) e
$$;
comment on function data.event(uuid) is 'Which kind of event a key is, of which line, and at which version';
-- The checklist, as faults of fields: forms, files and psql are told in the same words.
create function data.type1_missing(p_line uuid, cells jsonb) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select array_remove(array[
		case when coalesce(cells ->> 'bulk_on', '') = '' then 'bulk_on: lacks the day of bulk messages offering Class A' end,
		case when coalesce(cells ->> 'bulk_source', '') = '' then 'bulk_source: lacks the source of the bulk messages' end,
		case when coalesce(cells ->> 'recovered_on', '') = '' then 'recovered_on: lacks the day the phone line was recovered' end,
		case when coalesce(cells ->> 'recovered_source', '') = '' then 'recovered_source: lacks the source of the recovery' end,
		case when coalesce(cells ->> 'charge_ref', '') = '' then 'charge_ref: lacks the charge of the holder'
			when c.event_id is null or c.line_id is distinct from p_line and not coalesce(data.line_seen(c.line_id), false) then format('charge_ref: there is no charge %s', data.import_quote(cells ->> 'charge_ref'))
			when c.line_id is distinct from p_line then format('charge_ref: %s is a charge on another line', c.event_ref)
			when c.voided_at is not null then format('charge_ref: %s was voided', c.event_ref)
			when not o.counts_for_type1 then format('charge_ref: %s is for %s, which is no relevant supply offence', c.event_ref, o.code)
			when not c.class_a then format('charge_ref: %s is not for a Class A drug', c.event_ref) end], null)
	from (select) one
	left join data.charge c on c.event_ref = cells ->> 'charge_ref'
	left join ref.offence o on o.code = c.offence
$$;
comment on function data.type1_missing(uuid, jsonb) is 'Which of its proofs a Type 1 lacks; none if it stands up';
create function data.proof_of(p_event uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.outcome_ref from data.closure c
	where c.charge_id = p_event and c.state in ('claimed', 'provisional', 'verified')
	order by c.outcome_ref limit 1
$$;
comment on function data.proof_of(uuid) is 'The outcome that stands on an event; null if none does, and the event may change';
create function data.blocked_event(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when e.voided then 'it is voided already'
		when step = 'ddtro_comply' and e.kind <> 'ddtro' then 'it is no restriction order'
		when step = 'event_void' and data.proof_of(id) is not null
			then format('it is a proof of the Type 1 outcome %s: refuse or revoke that first', data.proof_of(id)) end
	from data.event(id) e
$$;
comment on function data.blocked_event(text, uuid) is 'Why a step cannot be taken on an event as it stands; null if it can';
create function data.event_lock(p_step text, p_id uuid, p_version int, out kind text, out event_ref text, out line_id uuid)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
	blocked text;
begin
	select x.kind into strict kind from data.event(p_id) x;
	execute format('select from data.%I x where x.event_id = $1 for update', kind) using p_id;
	select * into strict e from data.event(p_id);
	event_ref := e.event_ref;
	line_id := e.line_id;
	if e.version is distinct from p_version then
		perform data.refuse_stale('Event ' || e.event_ref, p_version, e.version, e.changed_by);
	end if;
	blocked := data.blocked_event(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', e.event_ref, blocked), 'The dossier of the line says how it stands.');
	end if;
end
$$;
comment on function data.event_lock(text, uuid, int) is 'The event a step is about to change, locked, as the caller saw it';
create function data.blocked_outcome(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when step in ('outcome_ratify', 'outcome_refuse') and c.state <> 'claimed' then format('it is %s', c.state)
		when step = 'outcome_ratify' and session_user = c.claimed_by then 'you claimed it: another supervisor ratifies it'
		when step = 'outcome_ratify' and not l.is_open then 'its line is closed already'
		when step = 'outcome_ratify' and data.line_open_taskings(c.line_id) is not null
			then format('complete or cancel the open taskings of its line first: %s', data.line_open_taskings(c.line_id))
		when step = 'outcome_ratify' and exists (select from data.deconfliction d where d.is_open and c.line_id in (d.line_a, d.line_b))
			then 'its line may be the same as another: deconflict them first'
		when step in ('checkback_pass', 'checkback_fail') and c.state <> 'provisional' then format('it is %s', c.state)
		when step = 'outcome_revoke' and c.state not in ('provisional', 'verified') then format('it is %s', c.state)
	end
	from data.closure c join data.line l using (line_id)
	where c.closure_id = id
$$;
comment on function data.blocked_outcome(text, uuid) is 'Why a step cannot be taken on an outcome as it stands; null if it can';
create function data.closure_lock(p_step text, p_id uuid, p_version int) returns data.closure
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure;
	blocked text;
begin
	select * into strict c from data.closure where closure_id = p_id for update;
	if c.row_version is distinct from p_version then
		perform data.refuse_stale('Outcome ' || c.outcome_ref, p_version, c.row_version, coalesce(c.ratified_by, c.claimed_by));
	end if;
	blocked := data.blocked_outcome(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', c.outcome_ref, blocked), 'The dossier of the line says how it stands.');
	end if;
	return c;
end
$$;
comment on function data.closure_lock(text, uuid, int) is 'The outcome a step is about to change, locked, as the caller saw it';
create function data.step_arrest_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('arrest_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	id := gen_random_uuid();
	insert into data.arrest (event_id, event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('AR', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'suspect', day, false, 'arrest'), data.yes(cells ->> 'drugs_linked'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('An arrest on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_arrest_add(uuid, int, jsonb) is 'Record an arrest';
create function data.step_charge_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('charge_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	offence text;
begin
	select o.code into offence from ref.offence o where lower(o.code) = lower(cells ->> 'offence');
	id := gen_random_uuid();
	insert into data.charge (event_id, event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('CH', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'charged', day, true, 'charge'), offence, data.yes(cells ->> 'class_a'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A charge on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_charge_add(uuid, int, jsonb) is 'Record a charge';
create function data.step_safeguard_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('safeguard_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	known boolean := exists (select from data.person p where p.person_ref = cells ->> 'person_ref' and p.child);
	child boolean := coalesce(data.yes(cells ->> 'child'), false) or known;
begin
	if cells ->> 'mechanism' = 'MS1' and (child or cells ->> 'consent' is distinct from 'no') then
		perform data.refuse_fields(array['mechanism: MS1 is for an adult who does not consent; a child needs no consent for the NRM']);
	elsif not child and cells ->> 'mechanism' = 'NRM' and cells ->> 'consent' is distinct from 'yes' then
		perform data.refuse_fields(array['consent: an adult is referred to the NRM with consent; without it there is MS1']);
	elsif not child and cells ->> 'consent' = 'child' then
		perform data.refuse_fields(array['consent: it is not needed of a child only; this is an adult']);
	end if;
	id := gen_random_uuid();
	insert into data.safeguarding (event_id, event_ref, on_day, unit, line_id, person_id, route, stage, mechanism, consent, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('SG', id)), day, data.the_unit(cells, day), l.line_id,
		data.person_on_line(cells ->> 'person_ref', l.line_id, 'potential-victim', day, false, 'safeguarding', child), lower(cells ->> 'route'), lower(cells ->> 'stage'),
		nullif(cells ->> 'mechanism', ''), case when child then 'child' else nullif(lower(cells ->> 'consent'), '') end, data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('Safeguarding on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_safeguard_add(uuid, int, jsonb) is 'Record a safeguarding referral or engagement';
create function data.step_seizure_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('seizure_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	id := gen_random_uuid();
	insert into data.seizure (event_id, event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('SZ', id)), day, data.the_unit(cells, day), l.line_id,
		cells ->> 'what', nullif(cells ->> 'quantity', '')::numeric, coalesce(cells ->> 'measure', ''), data.yes(cells ->> 'class_a'), data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A seizure on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_seizure_add(uuid, int, jsonb) is 'Record a seizure';
create function data.step_ddtro_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('ddtro_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
	due date;
begin
	due := coalesce(data.parse_day(cells ->> 'compliance_due'), data.working_day(day, 5));
	if due < day then
		perform data.refuse_fields(array['compliance_due: lies before the order']);
	end if;
	if (cells ->> 'identifiers')::int = 0 then
		perform data.refuse_fields(array['identifiers: an order restricts at least one']);
	end if;
	id := gen_random_uuid();
	insert into data.ddtro (event_id, event_ref, on_day, unit, line_id, applicant_rank, compliance_due, identifiers, entered_at)
	values (id, coalesce(nullif(cells ->> 'event_ref', ''), data.event_ref('DD', id)), day, data.the_unit(cells, day), l.line_id,
		(select w.code from ref.word w where w.vocabulary = 'rank' and lower(w.code) = lower(cells ->> 'applicant_rank')), due, (cells ->> 'identifiers')::int, data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A restriction order on %s is recorded: %s', l.line_ref, ref);
	lines := array[l.line_id];
exception when unique_violation then
	perform data.refuse_fields(array[format('event_ref: %s is taken', cells ->> 'event_ref')]);
end
$$;
comment on function data.step_ddtro_add(uuid, int, jsonb) is 'Record a restriction order';
-- Cells may still be words that are no number: those are told elsewhere.
create function data.disruption_faults(cells jsonb) returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select array_remove(array[
		case when n.drugs > n.arrested then 'arrested_drugs: more than were arrested' end,
		case when n.outcomes > n.drugs then 'trafficking_outcomes: more than were linked to drugs' end], null)
	from (select substring(coalesce(nullif(cells ->> 'arrested', ''), '0') from '^[0-9]{1,9}$')::int as arrested,
		substring(coalesce(nullif(cells ->> 'arrested_drugs', ''), '0') from '^[0-9]{1,9}$')::int as drugs,
		substring(coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0') from '^[0-9]{1,9}$')::int as outcomes) n
$$;
comment on function data.disruption_faults(jsonb) is 'What is wrong with the counts of a disruption: each count is part of the one before';
create function data.step_disruption_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('disruption_add', p_id, p_version);
	g data.crime_group;
	day date := data.parse_day(cells ->> 'on');
	faults text[] := data.disruption_faults(cells);
	counts int[] := array[coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
		coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int, coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int];
begin
	select * into g from data.crime_group x where lower(x.group_ref) = lower(cells ->> 'group_ref');
	if g.group_id is null and coalesce(cells ->> 'group_ref', '') <> '' then
		perform data.refuse_fields(array['group_ref: a disruption is of one group; record another for the next']);
	end if;
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	id := gen_random_uuid();
	insert into data.disruption (event_id, event_ref, on_day, unit, line_id, group_id, grade, four_p, tactic, drugs_linked,
		arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
	values (id, data.event_ref('DI', id), day, data.the_unit(cells, day), l.line_id, g.group_id, lower(cells ->> 'grade'),
		initcap(cells ->> 'four_p'), coalesce(cells ->> 'tactic', ''), data.yes(cells ->> 'drugs_linked'), counts[1], counts[2],
		counts[3], data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := l.row_version;
	said := format('A %s disruption is recorded: %s', lower(cells ->> 'grade'), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_disruption_add(uuid, int, jsonb) is 'Record a disruption';
create function data.step_disruption_group_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	g data.crime_group;
	day date := data.parse_day(cells ->> 'on');
	faults text[] := data.disruption_faults(cells);
	counts int[] := array[coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
		coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int, coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int];
begin
	select * into strict g from data.crime_group x where x.group_id = p_id;
	if g.row_version is distinct from p_version then
		perform data.refuse_stale('Group ' || g.group_ref, p_version, g.row_version, g.changed_by);
	end if;
	if cardinality(faults) > 0 then
		perform data.refuse_fields(faults);
	end if;
	id := gen_random_uuid();
	insert into data.disruption (event_id, event_ref, on_day, unit, line_id, group_id, grade, four_p, tactic, drugs_linked,
		arrested, arrested_drugs, trafficking_outcomes, programme, entered_at)
	values (id, data.event_ref('DI', id), day, data.the_unit(cells, day), null, g.group_id, lower(cells ->> 'grade'),
		initcap(cells ->> 'four_p'), coalesce(cells ->> 'tactic', ''), data.yes(cells ->> 'drugs_linked'), counts[1], counts[2],
		counts[3], data.yes(cells ->> 'programme'), data.clock())
	returning event_ref into ref;
	version := g.row_version;
	said := format('A %s disruption is recorded: %s', lower(cells ->> 'grade'), ref);
	lines := '{}';
end
$$;
comment on function data.step_disruption_group_add(uuid, int, jsonb) is 'Record a disruption';
-- Forms and files claim alike; who calls has asked for the proofs before, and the table asks again.
create function data.outcome_claim(p_kind text, p_line uuid, cells jsonb, p_by text) returns data.closure
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid := gen_random_uuid();
	day date := data.parse_day(cells ->> 'on');
	c data.closure;
begin
	insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source,
		recovered_on, recovered_source, charge_id, deactivated_on, deactivated_source, claimed_by, claimed_on)
	values (id, coalesce(nullif(cells ->> 'outcome_ref', ''), data.event_ref(case p_kind when 'type1' then 'T1' else 'T2' end, id)),
		p_line, p_kind, (select d.code from ref.closure_definition d
			where d.kind = p_kind and day between d.valid_from and d.valid_to order by d.valid_from desc limit 1),
		'claimed', day, data.the_unit(cells, day), data.parse_day(cells ->> 'bulk_on'), nullif(cells ->> 'bulk_source', ''),
		data.parse_day(cells ->> 'recovered_on'), nullif(cells ->> 'recovered_source', ''),
		(select x.event_id from data.charge x where x.event_ref = cells ->> 'charge_ref'),
		data.parse_day(cells ->> 'deactivated_on'), nullif(cells ->> 'deactivated_source', ''), p_by, data.clock()::date)
	returning * into c;
	return c;
end
$$;
comment on function data.outcome_claim(text, uuid, jsonb, text) is 'Claim an outcome of a line, for somebody or for a file';
create function data.checkback_fault(p_result text, p_day date, p_closed date, p_due date) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when p_day < p_closed then format('lies before the line was closed, %s', p_closed)
		when p_result = 'passed' and p_day < p_due
			then format('lies before the check-back is due, %s; that it is out of use is shown then', p_due) end
$$;
comment on function data.checkback_fault(text, date, date, date) is 'Why a day cannot be that of a check-back; null if it can';
create function data.step_type1_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type1_claim', p_id, p_version);
	c data.closure;
	missing text[] := data.type1_missing(p_id, cells);
begin
	if cardinality(missing) > 0 then
		perform data.refuse_fields(missing);
	end if;
	c := data.outcome_claim('type1', l.line_id, cells, session_user);
	id := c.closure_id;
	ref := c.outcome_ref;
	version := c.row_version;
	said := format('A Type 1 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type1_claim(uuid, int, jsonb) is 'Claim a Type 1 outcome with its three proofs';
create function data.step_type2_claim(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('type2_claim', p_id, p_version);
	c data.closure;
begin
	c := data.outcome_claim('type2', l.line_id, cells, session_user);
	id := c.closure_id;
	ref := c.outcome_ref;
	version := c.row_version;
	said := format('A Type 2 outcome of %s is claimed as %s: a supervisor ratifies it', l.line_ref, ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_type2_claim(uuid, int, jsonb) is 'Claim a Type 2 outcome: a number deactivated';
create function data.step_outcome_ratify(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_ratify', p_id, p_version);
begin
	update data.closure x set state = case c.kind when 'type1' then 'provisional' else 'verified' end, ratified_by = session_user,
		ratified_on = data.clock()::date,
		check_back_due = case c.kind when 'type1' then c.on_day + (select s.check_back_days from ref.setting s) end, row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = case c.kind when 'type1' then 'closed-type1-provisional' else 'closed-type2' end, last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is ratified: %s is closed', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_ratify(uuid, int, jsonb) is 'Ratify a claimed outcome: it closes the line';
create function data.step_outcome_refuse(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_refuse', p_id, p_version);
begin
	update data.closure x set state = 'refused', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is refused; %s stays open', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_refuse(uuid, int, jsonb) is 'Refuse a claimed outcome';
create function data.step_checkback_pass(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('checkback_pass', p_id, p_version);
	fault text := data.checkback_fault('passed', data.parse_day(cells ->> 'on'), c.on_day, c.check_back_due);
begin
	if fault is not null then
		perform data.refuse_fields(array['on: ' || fault]);
	end if;
	update data.closure x set state = 'verified', check_back_on = data.parse_day(cells ->> 'on'), check_back_source = cells ->> 'source', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 'closed-type1-verified', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is verified: %s stays closed', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_checkback_pass(uuid, int, jsonb) is 'The line stayed out of use: its Type 1 is verified';
create function data.step_checkback_fail(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('checkback_fail', p_id, p_version);
	fault text := data.checkback_fault('failed', data.parse_day(cells ->> 'on'), c.on_day, c.check_back_due);
begin
	if fault is not null then
		perform data.refuse_fields(array['on: ' || fault]);
	end if;
	update data.closure x set state = 'revoked', check_back_on = data.parse_day(cells ->> 'on'), check_back_source = cells ->> 'source', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 're-opened', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is revoked: %s is open again', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_checkback_fail(uuid, int, jsonb) is 'The line is in use again: its Type 1 is revoked';
create function data.step_outcome_revoke(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	c data.closure := data.closure_lock('outcome_revoke', p_id, p_version);
begin
	update data.closure x set state = 'revoked', reason = cells ->> 'reason', row_version = x.row_version + 1
	where x.closure_id = c.closure_id returning x.row_version into version;
	update data.line l set status = 're-opened', last_review = data.clock()::date where l.line_id = c.line_id;
	id := c.closure_id;
	ref := c.outcome_ref;
	said := format('%s is revoked: %s is open again', ref, (select l.line_ref from data.line l where l.line_id = c.line_id));
	lines := array[c.line_id];
end
$$;
comment on function data.step_outcome_revoke(uuid, int, jsonb) is 'Revoke an outcome; figures restate';
create function data.step_event_void(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	e record;
begin
	select * into e from data.event_lock('event_void', p_id, p_version);
	execute format('update data.%I set voided_at = data.clock(), voided_by = session_user, void_reason = $2 where event_id = $1', e.kind)
		using p_id, cells ->> 'reason';
	id := p_id;
	ref := e.event_ref;
	version := p_version + 1;
	said := format('%s is voided; figures restate', ref);
	lines := array_remove(array[e.line_id], null);
end
$$;
comment on function data.step_event_void(uuid, int, jsonb) is 'Void an event that was recorded wrongly; figures restate';
create function data.step_ddtro_comply(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	d data.ddtro;
begin
	perform data.event_lock('ddtro_comply', p_id, p_version);
	select * into strict d from data.ddtro x where x.event_id = p_id;
	if data.parse_day(cells ->> 'on') < d.on_day then
		perform data.refuse_fields(array[format('on: lies before the order, %s', d.on_day)]);
	end if;
	update data.ddtro x set complied_on = data.parse_day(cells ->> 'on'), row_version = x.row_version + 1
	where x.event_id = p_id returning x.row_version into version;
	id := p_id;
	ref := d.event_ref;
	said := format('%s was complied with', ref);
	lines := array[d.line_id];
end
$$;
comment on function data.step_ddtro_comply(uuid, int, jsonb) is 'Say when the provider complied with a restriction order';
create function data.values_outcome_ratify(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_outcome_ratify(uuid) is 'Which outcome';
create function data.values_outcome_refuse(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_outcome_refuse(uuid) is 'Which outcome';
create function data.values_checkback_pass(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_checkback_pass(uuid) is 'Which outcome';
create function data.values_checkback_fail(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_checkback_fail(uuid) is 'Which outcome';
create function data.values_outcome_revoke(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', c.row_version::text, concat_ws(' ', c.outcome_ref, 'of', l.line_ref, l.name, format('(%s, %s)', c.kind, c.state))
	from data.closure c join data.line l using (line_id) where c.closure_id = id
$$;
comment on function data.values_outcome_revoke(uuid) is 'Which outcome';
create function data.values_event_void(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', e.version::text, concat_ws(' ', e.event_ref, e.kind) from data.event(id) e
$$;
comment on function data.values_event_void(uuid) is 'Which event';
create function data.values_disruption_group_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', g.row_version::text, concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = id
$$;
comment on function data.values_disruption_group_add(uuid) is 'Which group';
create function data.values_ddtro_comply(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', e.version::text, concat_ws(' ', e.event_ref, e.kind) from data.event(id) e
$$;
comment on function data.values_ddtro_comply(uuid) is 'Which event';
create function data.preview_type1_claim(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	with missing as (
		select split_part(m, ': ', 1) as field, split_part(m, ': ', 2) as reason from unnest(data.type1_missing(id, cells)) m
	)
	select 'Three proofs', p.label,
		coalesce((select 'MISSING: ' || string_agg(m.reason, '; ') from missing m where m.field = any (p.fields)), 'there')
	from (values
		(1, 'Messages', array['bulk_on', 'bulk_source']),
		(2, 'Recovery', array['recovered_on', 'recovered_source']),
		(3, 'Charge', array['charge_ref'])) p (n, label, fields)
	union all
	select 'Charges on this line', c.event_ref, format('%s, %s%s', c.on_day, o.label,
		case when not o.counts_for_type1 then ' (does not count)' when not c.class_a then ' (not Class A)' else '' end)
	from data.charge c join ref.offence o on o.code = c.offence where c.line_id = id and c.voided_at is null
	union all
	select 'Saving', '', format('claims it; a supervisor ratifies it, and it is checked back %s days after it was closed', s.check_back_days)
	from ref.setting s
$$;
comment on function data.preview_type1_claim(uuid, jsonb) is 'The checklist of a Type 1 as it fills';
create function data.preview_outcome_ratify(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select 'What is claimed', x.label, x.text
	from data.closure c
	join ref.closure_definition d on d.code = c.definition
	left join data.charge h on h.event_id = c.charge_id
	left join ref.offence o on o.code = h.offence
	cross join lateral (values
		('Definition', d.label || ': ' || d.wording),
		('Closed on', c.on_day || ', ' || c.unit),
		('Bulk messages', c.bulk_on || ', ' || c.bulk_source),
		('Phone recovered', c.recovered_on || ', ' || c.recovered_source),
		('Holder charged', h.on_day || ', ' || h.event_ref || ', ' || o.label),
		('Deactivated', c.deactivated_on || ', ' || c.deactivated_source),
		('Claimed by', c.claimed_by || ' on ' || c.claimed_on)) x (label, text)
	where c.closure_id = id and x.text is not null
$$;
comment on function data.preview_outcome_ratify(uuid, jsonb) is 'What would be ratified';
create function data.line_events(from_day date, to_day date)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_id uuid, what text, programme boolean,
	voided boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select e.event_id, e.kind, e.event_ref, e.on_day, e.unit, e.line_id, e.what, e.programme, e.voided
	from data.event_row e where e.on_day between from_day and to_day
$$;
comment on function data.line_events(date, date) is 'Events over a period, without the people';
create function data.outcome_counts(from_day date, to_day date, as_at timestamptz)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with closed as (
		select c.kind, (select s.state from data.closure_state s where s.closure_id = c.closure_id and s.at <= as_at
			order by s.n desc limit 1) as state
		from data.closure c where c.on_day between from_day and to_day
	), arrested as (
		select a.* from data.arrest a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), charged as (
		select a.* from data.charge a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), guarded as (
		select a.* from data.safeguarding a where a.on_day between from_day and to_day and a.entered_at <= as_at
			and coalesce(a.voided_at, 'infinity') > as_at
	), disrupted as (
		select a.*, g.kind, g.mapped from data.disruption a left join data.crime_group g using (group_id)
		where a.on_day between from_day and to_day and a.entered_at <= as_at and coalesce(a.voided_at, 'infinity') > as_at
	)
	select 'type1_' || s.state, (select count(*) from closed where kind = 'type1' and state = s.state)
	from (values ('claimed'), ('provisional'), ('verified'), ('revoked')) s (state)
	union all select 'type1_outcomes', count(*) from closed where kind = 'type1' and state in ('provisional', 'verified')
	union all select 'type2_outcomes', count(*) from closed where kind = 'type2' and state = 'verified'
	union all select 'arrests_programme', count(*) from arrested where programme
	union all select 'arrests_force_wide', count(*) from arrested where not programme
	union all select 'persons_charged', count(distinct c.person_id) from charged c join ref.offence o on o.code = c.offence
		where c.programme and o.counts_for_type1
	union all select 'safeguarding_' || x.stage, (select count(distinct g.person_id) from guarded g where g.stage = x.stage and g.programme)
	from (values ('referred'), ('engaged')) x (stage)
	union all select 'ocg_disrupted', count(distinct group_id) from disrupted where programme and kind = 'OCG' and mapped and grade in ('major', 'moderate', 'minor')
	union all select 'usg_disrupted', count(distinct group_id) from disrupted where programme and kind = 'USG' and grade in ('major', 'moderate', 'minor')
	union all select 'disruption_events_force_wide', count(*) from disrupted where not programme
	union all select 'disruption_ocgs_drugs_force_wide', count(distinct group_id) from disrupted where not programme and drugs_linked and kind = 'OCG'
	union all select 'disruption_arrested_force_wide', coalesce(sum(arrested), 0) from disrupted where not programme
	union all select 'disruption_arrested_drugs_force_wide', coalesce(sum(arrested_drugs), 0) from disrupted where not programme
	union all select 'disruption_trafficking_force_wide', coalesce(sum(trafficking_outcomes), 0) from disrupted where not programme
$$;
comment on function data.outcome_counts(date, date, timestamptz) is 'The counts behind api.outcome_counts';
-- A file's worth at once: one entry of the log and one pass, however many there are. Keys are taken in
-- order, so that two writers wait for each other and never lock up.
create function data.people_on_lines(p_category text, p_fact boolean, p_basis text,
	refs text[], lines uuid[], sinces date[]) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	insert into data.person (person_ref)
	select distinct ref from unnest(refs) ref order by 1
	on conflict (person_ref) do nothing;
	insert into data.line_person as known (line_id, person_id, category, since, fact, basis)
	select x.line, p.person_id, p_category, min(x.since), p_fact, p_basis
	from unnest(refs, lines, sinces) x (ref, line, since)
	join data.person p on p.person_ref = x.ref
	where x.line is not null
	group by x.line, p.person_id order by 1, 2
	on conflict (line_id, person_id, category) do update
		set since = least(known.since, excluded.since), fact = known.fact or excluded.fact
		where known.since > excluded.since or excluded.fact and not known.fact;
end
$$;
comment on function data.people_on_lines(text, boolean, text, text[], uuid[], date[]) is
	'What the people of some references are to some lines, both made if need be';
-- An event that names a person says what they are to the line. What is known stays: an arrest does not
-- end that somebody is a victim.
create function data.person_on_line(p_ref text, p_line uuid, p_category text, p_since date, p_fact boolean,
	p_basis text, p_child boolean default null) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	id uuid;
begin
	insert into data.person (person_ref, child) values (p_ref, coalesce(p_child, false)) on conflict (person_ref) do nothing;
	select person_id into strict id from data.person where person_ref = p_ref;
	if p_child then
		update data.person set child = true where person_id = id and not child;
	end if;
	if p_line is not null then
		perform data.people_on_lines(p_category, p_fact, p_basis, array[p_ref], array[p_line], array[p_since]);
	end if;
	return id;
end
$$;
comment on function data.person_on_line(text, uuid, text, date, boolean, text, boolean) is 'The person of a reference, made if need be, and what they are to a line';
create function data.step_intel_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('intel_add', p_id, p_version);
	day date := data.parse_day(cells ->> 'on');
begin
	if upper(cells ->> 'handling') = 'C' and coalesce(cells ->> 'conditions', '') = '' then
		perform data.refuse_fields(array['conditions: handling code C needs the conditions it may be shared under']);
	end if;
	insert into data.intel (line_id, on_day, source_grade, intel_grade, handling, conditions, statement, body, source_ref, entered_at)
	values (l.line_id, day, cells ->> 'source_grade', upper(cells ->> 'intel_grade'), upper(cells ->> 'handling'),
		coalesce(cells ->> 'conditions', ''), lower(cells ->> 'statement'), cells ->> 'body', cells ->> 'source_ref', data.clock())
	returning intel_id into id;
	update data.line x set last_seen = greatest(x.last_seen, day) where x.line_id = l.line_id returning x.row_version into version;
	version := coalesce(version, l.row_version);
	ref := l.line_ref;
	said := format('Intelligence on %s is recorded', ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_intel_add(uuid, int, jsonb) is 'Add intelligence to a line';
create function data.step_person_add(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('person_add', p_id, p_version);
	category text;
begin
	select c.code into category from ref.person_category c where lower(c.code) = lower(cells ->> 'category');
	id := data.person_on_line(cells ->> 'person_ref', l.line_id, category, data.parse_day(cells ->> 'since'),
		cells ->> 'statement' = 'fact', coalesce(cells ->> 'basis', ''), data.yes(cells ->> 'child'));
	ref := l.line_ref;
	version := l.row_version;
	said := format('A person is linked to %s as %s', ref, category);
	lines := array[l.line_id];
end
$$;
comment on function data.step_person_add(uuid, int, jsonb) is 'Say what a person is to a line';
create function data.step_person_end(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	l data.line := data.line_lock('person_end', p_id, p_version);
begin
	update data.line_person lp set until = data.parse_day(cells ->> 'until')
	from data.person p
	where lp.line_id = l.line_id and p.person_id = lp.person_id and p.person_ref = cells ->> 'person_ref'
		and lower(lp.category) = lower(cells ->> 'category') and lp.since <= data.parse_day(cells ->> 'until')
	returning p.person_id into id;
	if id is null then
		perform data.refuse_fields(array['person_ref: no such person is linked to this line in this category before that day']);
	end if;
	ref := l.line_ref;
	version := l.row_version;
	said := format('A person is no longer %s of %s', lower(cells ->> 'category'), ref);
	lines := array[l.line_id];
end
$$;
comment on function data.step_person_end(uuid, int, jsonb) is 'Say that a person is no longer anything to a line';
create function data.dossier_head(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select 1::bigint, 'line', l.line_id, array[l.line_ref, l.name, s.label, coalesce(l.score::text, ''), coalesce(b.label, ''),
		coalesce(l.export_npu, l.export_force), coalesce(l.lro, ''), coalesce((l.last_review + t.stale_days)::text, ''),
		case when l.restricted then 'yes' else '' end, l.row_version::text, case when l.is_open then 'yes' else '' end],
		'', case when greatest(l.last_seen, l.last_review) < c.stale_before then 'stale' else '' end
	from data.line l
	join ref.line_status s on s.code = l.status
	left join ref.band b on b.code = l.band
	cross join ref.setting t
	cross join ref.clock c
	where l.line_id = p_line;
end
$$;
comment on function data.dossier_head(uuid) is 'Of a dossier: what the line is';
create function data.dossier_summary(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.n), 'line', l.line_id, array[x.label, x.text], '', ''
	from data.line l
	left join ref.unit u on u.code = l.export_npu
	left join data.line m on m.line_id = l.merged_into
	left join data.line o on o.line_id = l.successor_of
	cross join lateral (values
		(1, 'Also known as', nullif(array_to_string(l.aliases, ', '), '')),
		(2, 'Run from', concat_ws(', ', u.label, l.export_force)),
		(3, 'Sells in', coalesce(nullif(array_to_string(l.imports, ', '), ''), 'not known')),
		(4, 'Sells', coalesce(nullif(array_to_string(l.drugs, ', '), ''), 'not known') || case when l.bulk_marketing then ' (bulk messages)' else '' end),
		(5, 'First seen', l.first_seen::text),
		(6, 'Last seen', l.last_seen::text),
		(7, 'Reviewed', coalesce(l.last_review::text, 'never')),
		(8, 'Held by', l.holder_force || case when l.shared then ', shared with the region' else '' end),
		(9, 'Merged into', case when data.line_seen(m.line_id) then m.line_ref else data.line_shown(m.line_id) end),
		(10, 'Goes on from', case when data.line_seen(o.line_id) then o.line_ref else data.line_shown(o.line_id) end),
		(11, 'Followed by', (select string_agg(data.line_shown(f.line_id), ', ') from data.line f where f.successor_of = l.line_id)),
		(12, 'Restricted', case when l.restricted then 'named readers and supervisors only' end)) x (n, label, text)
	where l.line_id = p_line and x.text is not null;
end
$$;
comment on function data.dossier_summary(uuid) is 'Of a dossier: facts without personal data, and how the line stands';
create function data.dossier_numbers(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by n.state, n.number), 'line', n.line_id, array[n.number, n.kind, n.state, coalesce(n.first_seen::text, ''),
		coalesce(n.last_seen::text, '')], '', ''
	from data.line_number n where n.line_id = p_line;
end
$$;
comment on function data.dossier_numbers(uuid) is 'Of a dossier: numbers';
create function data.dossier_places(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.n, x.since desc, x.place), 'line', p_line, array[x.role, x.place, x.since, x.until], '', ''
	from (
		select 1 as n, 'export' as role, concat_ws(', ', l.export_npu, l.export_force) as place, '' as since, '' as until
		from data.line l where l.line_id = p_line
		union all
		select 2, 'import', m.area, coalesce(nullif(m.valid_from, '-infinity')::text, ''), coalesce(nullif(m.valid_to, 'infinity')::text, '')
		from data.line_import m where m.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_places(uuid) is 'Of a dossier: where it is run from and where it sells';
create function data.dossier_groups(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by lg.valid_to desc, g.group_ref), 'group', g.group_id, array[g.group_ref, g.kind, g.name, lg.role,
		coalesce(nullif(lg.valid_from, '-infinity')::text, ''), coalesce(nullif(lg.valid_to, 'infinity')::text, ''),
		coalesce(g.band, case when g.mapped then 'mapped' else '' end)],
		coalesce((select string_agg(format('%s %s, %s, %s', e.scheme, e.value, e.on_day, e.assessor), E'\n' order by e.on_day desc)
			from data.external_score e where e.group_id = g.group_id), ''), ''
	from data.line_group lg join data.crime_group g using (group_id) where lg.line_id = p_line;
end
$$;
comment on function data.dossier_groups(uuid) is 'Of a dossier: groups behind it';
create function data.dossier_people(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by c.protected, lp.until desc, c.position, p.person_ref), 'line', p_line,
		array[p.person_ref, c.label, case when p.child then 'child' else '' end, lp.since::text,
			coalesce(nullif(lp.until, 'infinity')::text, ''), case when lp.fact then 'fact' else 'assessment' end],
		lp.basis, case when c.protected or p.child then 'protected' else '' end
	from data.line_person lp join data.person p using (person_id) join ref.person_category c on c.code = lp.category
	where lp.line_id = p_line;
end
$$;
comment on function data.dossier_people(uuid) is 'Of a dossier: people by reference, the protected apart';
create function data.dossier_scores(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.at desc), x.object, x.id, x.cells, x.more, x.mark
	from (
		select a.created_at as at, 'assessment' as object, a.assessment_id as id,
			array[coalesce(a.signed_on, a.moderated_on, a.proposed_on)::text, s.label, coalesce(a.total, t.total)::text,
				coalesce(a.band, data.band_of(t.total), ''), a.proposer, coalesce(a.second_by, ''), coalesce(a.signed_by, '')] as cells,
			(select string_agg(format('%s: %s of %s. %s%s', f.label, v.score, f.scale_max, v.rationale,
					coalesce((select ' [' || string_agg(format('%s gave %s', o.login, o.score), ', ' order by o.at, o.stage) || ']'
						from data.assessment_opinion o where o.assessment_id = a.assessment_id and o.factor = f.code and o.score <> v.score), '')),
				E'\n' order by f.position)
				from data.assessment_factor v join ref.score_factor f on f.model = v.model and f.code = v.factor
				where v.assessment_id = a.assessment_id) as more,
			a.state as mark
		from data.assessment a join ref.assessment_state s on s.code = a.state
		cross join lateral data.assessment_total(a.assessment_id, a.model) t
		where a.line_id = p_line
		union all
		select e.recorded_at, 'line', p_line, array[e.on_day::text, e.scheme, e.value, '', e.assessor, '', ''], 'Recorded as it was given', 'external'
		from data.external_score e where e.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_scores(uuid) is 'Of a dossier: assessments with what each scorer gave, and external scores';
create function data.dossier_intelligence(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by i.on_day desc, i.entered_at desc), 'line', p_line,
		array[i.on_day::text, i.source_grade || i.intel_grade || i.handling, i.statement, i.source_ref, left(replace(i.body, E'\n', ' '), 200)],
		concat_ws(E'\n', case when i.handling = 'C' then 'CONDITIONS: ' || i.conditions end, i.body,
			format('%s, %s, %s. Entered by %s.', g.label, h.label, p.label, i.entered_by)), ''
	from data.intel i
	left join ref.word g on g.vocabulary = 'source_grade' and g.code = i.source_grade
	left join ref.word h on h.vocabulary = 'intel_grade' and h.code = i.intel_grade
	left join ref.word p on p.vocabulary = 'handling' and p.code = i.handling
	where i.line_id = p_line;
end
$$;
comment on function data.dossier_intelligence(uuid) is 'Of a dossier: intelligence, each entry with its grade and conditions';
create function data.dossier_taskings(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by t.is_open desc, t.due nulls last, t.tasking_ref), 'line', p_line, array[t.tasking_ref, s.label, t.unit,
		coalesce(t.due::text, ''), t.title, coalesce(t.operation, '')], format('Raised %s, %s route%s', t.raised_on, t.route,
		coalesce(', completed ' || t.completed_on, '')), case when t.is_open and t.due < c.today then 'late' else '' end
	from data.tasking t join ref.tasking_state s on s.code = t.state cross join ref.clock c where t.line_id = p_line;
end
$$;
comment on function data.dossier_taskings(uuid) is 'Of a dossier: taskings';
create function data.dossier_outcomes(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.on_day desc, x.ref), x.object, x.id, x.cells, x.more, x.mark
	from (
		select c.on_day, c.outcome_ref as ref, 'outcome' as object, c.closure_id as id,
			array[c.on_day::text, case c.kind when 'type1' then 'Type 1' else 'Type 2' end, c.outcome_ref, c.state, c.unit, ''] as cells,
			concat_ws(E'\n', d.label || ': ' || d.wording, 'Bulk messages: ' || c.bulk_on || ', ' || c.bulk_source,
				'Phone recovered: ' || c.recovered_on || ', ' || c.recovered_source,
				'Holder charged: ' || (select h.event_ref || ' on ' || h.on_day from data.charge h where h.event_id = c.charge_id),
				'Deactivated: ' || c.deactivated_on || ', ' || c.deactivated_source,
				'Claimed by ' || c.claimed_by || ' on ' || c.claimed_on, 'Ratified by ' || c.ratified_by || ' on ' || c.ratified_on,
				'Check-back due ' || c.check_back_due || coalesce(', done ' || c.check_back_on || ', ' || c.check_back_source, ''),
				nullif(c.reason, '')) as more,
			case when c.state = 'provisional' and c.check_back_due < k.today then 'late' else '' end as mark
		from data.closure c join ref.closure_definition d on d.code = c.definition cross join ref.clock k where c.line_id = p_line
		union all
		select e.on_day, e.event_ref, 'event', e.event_id,
			array[e.on_day::text, e.kind, e.event_ref, case when e.voided then 'voided' else coalesce(p.person_ref, '') end, e.unit,
				case e.programme when true then 'programme' when false then 'force-wide' else '' end],
			concat_ws(E'\n', e.what, 'Voided: ' || e.why_void, 'Entered by ' || e.entered_by), case when e.voided then 'voided' else '' end
		from data.event_row e left join data.person p using (person_id) where e.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_outcomes(uuid) is 'Of a dossier: outcomes and events';
create function data.dossier_doubles(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by d.is_open desc, d.raised_on desc), 'deconfliction', d.deconfliction_id,
		array[data.line_shown(case d.line_a when p_line then d.line_b else d.line_a end), d.cause, d.state, d.raised_on::text,
			coalesce(d.decided_on::text, ''), coalesce(d.decided_by, '')], d.rationale, case when d.is_open then 'late' else '' end
	from data.deconfliction d where p_line in (d.line_a, d.line_b);
end
$$;
comment on function data.dossier_doubles(uuid) is 'Of a dossier: lines it may be the same as';
-- A thing that was done by a step is said once, with its reason; what came by file stands by its record.
create function data.dossier_timeline(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.at desc, x.n), x.object, x.id, array[to_char(x.at, 'YYYY-MM-DD HH24:MI'), x.what, x.who], x.why, ''
	from (
		select e.at, 1 as n, 'line' as object, p_line as id, e.said as what, e.login as who, e.reason as why
		from data.line_event e where e.line_id = p_line
		union all
		select v.valid_from, 2, 'line', p_line, format('status %s', v.status) || case when v.before is null then ', new on the grid' else ', was ' || v.before end,
			v.changed_by, ''
		from (
			select w.*, lag(w.status) over (order by w.valid_from) as before
			from (
				select h.valid_from, h.status, h.changed_by from data.line_history h where h.line_id = p_line
				union all
				select l.valid_from, l.status, l.changed_by from data.line l where l.line_id = p_line
			) w
		) v
		where v.before is distinct from v.status
		union all
		select a.signed_on + time '00:00', 3, 'assessment', a.assessment_id, format('score %s, %s, signed', a.total, a.band), a.signed_by, ''
		from data.assessment a where a.line_id = p_line and a.signed_on is not null
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = a.assessment_id and d.step = 'assess_sign')
		union all
		select t.raised_on + time '00:00', 4, 'line', p_line, format('tasking %s raised for %s: %s', t.tasking_ref, t.unit, t.title), t.changed_by, ''
		from data.tasking t where t.line_id = p_line
		union all
		select e.on_day + time '00:00', 5, 'event', e.event_id, format('%s %s: %s', e.kind, e.event_ref, e.what), e.entered_by, coalesce('Voided: ' || e.why_void, '')
		from data.event_row e where e.line_id = p_line
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = e.event_id and d.at = e.entered_at)
		union all
		select s.at, 6, 'outcome', c.closure_id, format('%s %s %s', case c.kind when 'type1' then 'Type 1' else 'Type 2' end, c.outcome_ref, s.state), s.login, s.reason
		from data.closure c join data.closure_state s using (closure_id) where c.line_id = p_line
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = c.closure_id and d.at = s.at)
		union all
		select i.on_day + time '00:00', 7, 'line', p_line, format('intelligence %s%s%s, %s', i.source_grade, i.intel_grade, i.handling, i.source_ref), i.entered_by, ''
		from data.intel i where i.line_id = p_line
			and not exists (select from data.line_event d where d.line_id = p_line and d.object_id = i.intel_id)
	) x
	limit 500;
end
$$;
comment on function data.dossier_timeline(uuid) is 'Of a dossier: everything that happened, latest first';
-- The read half of api.consult: only for a consultation that has committed and reached the disk, is the
-- caller's own and fresh. One error for every other case tells a guesser nothing.
create function data.dossier_open(token uuid) returns audit.consultation
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation;
begin
	select a.* into c from audit.consultation a, ref.setting s
	where a.token = dossier_open.token and a.login = session_user
		and a.at > clock_timestamp() - make_interval(mins => s.consult_minutes)
		and data.my_force() is not null;
	if c.token is null or pg_xact_status(c.xid) is distinct from 'committed' then
		perform data.refuse('GL002', 'This consultation opens nothing.',
			'A token is its owner''s, for minutes, once its own transaction has committed: consult the record again.');
	end if;
	-- What the server writes for itself meanwhile need never be flushed, so only the commit is waited for.
	while pg_current_wal_flush_lsn() <= c.lsn loop
		perform pg_sleep(0.001);
	end loop;
	return c;
end
$$;
comment on function data.dossier_open(uuid) is 'The consultation a token stands for, if it opens anything';
create function data.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	if c.object_kind <> 'line' then
		return;
	end if;
	return query
	select 'head', h.* from data.dossier_head(c.object_id) h
	union all select 'summary', x.* from data.dossier_summary(c.object_id) x
	union all select 'numbers', x.* from data.dossier_numbers(c.object_id) x
	union all select 'places', x.* from data.dossier_places(c.object_id) x
	union all select 'groups', x.* from data.dossier_groups(c.object_id) x
	union all select 'people', x.* from data.dossier_people(c.object_id) x
	union all select 'scores', x.* from data.dossier_scores(c.object_id) x
	union all select 'intelligence', x.* from data.dossier_intelligence(c.object_id) x
	union all select 'taskings', x.* from data.dossier_taskings(c.object_id) x
	union all select 'outcomes', x.* from data.dossier_outcomes(c.object_id) x
	union all select 'doubles', x.* from data.dossier_doubles(c.object_id) x
	union all select 'timeline', x.* from data.dossier_timeline(c.object_id) x;
end
$$;
comment on function data.dossier_rows(uuid) is 'Everything behind a line, pane by pane, that a committed consultation opens';
create or replace function data.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation := data.dossier_open(token);
begin
	return jsonb_build_object('kind', c.object_kind, 'id', c.object_id, 'entry', c.entry_id,
		'numbers', case when c.object_kind = 'line' then (
			select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'kind', n.kind, 'state', n.state,
				'first_seen', n.first_seen, 'last_seen', n.last_seen) order by n.number), '[]')
			from data.line_number n where n.line_id = c.object_id) else '[]' end,
		'panes', coalesce((
			select jsonb_object_agg(p.pane, p.rows)
			from (
				select r.pane, jsonb_agg(jsonb_build_object('cells', r.cells, 'more', r.more, 'mark', r.mark, 'object', r.object,
					'id', r.object_id) order by r.place) as rows
				from data.dossier_rows(token) r group by r.pane
			) p), '{}'));
end
$$;
comment on function data.dossier(uuid) is 'The personal data a committed consultation opens';
create function data.my_justifications() returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.justification from (
		select e.justification, max(e.entry_id) as latest from (
			select a.justification, a.entry_id from audit.entry a
			join audit.consultation c on c.entry_id = a.entry_id
			where c.login = session_user and a.justification <> '' and c.at > now() - interval '30 days'
			order by c.at desc limit 200
		) e group by e.justification
	) x order by x.latest desc limit 10
$$;
comment on function data.my_justifications() is 'The caller''s latest justifications';
-- As api.dossier, a row an item. Rights are today's: a line taken away since the consultation stays shut.
create function api.dossier_rows(token uuid)
returns table (pane text, place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if not exists (select from data.dossier_open(token) c
			where c.object_kind = 'line' and exists (select from data.line l where l.line_id = c.object_id)
				or c.object_kind = 'group' and exists (select from data.crime_group g where g.group_id = c.object_id)) then
		perform data.refuse('GL002', 'This consultation opens nothing any more.',
			'The record is no longer yours to see.');
	end if;
	return query select r.* from data.dossier_rows(token) r;
end
$$;
comment on function api.dossier_rows(uuid) is 'Second step to personal data, pane by pane';
create function api.my_justifications() returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select j from data.my_justifications() j
$$;
comment on function api.my_justifications() is 'The caller''s latest justifications, to be offered again';
-- Each pair of unit and day is looked at once. A unit that is not known is told with its cell.
create function data.import_check_unit(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with used as materialized (
		select distinct cells ->> 'unit' as unit, cells ->> 'on' as day
		  from data.import_row where import_id = p_import
	), wrong as materialized (
		select used.unit, used.day, data.unit_fault(used.unit, data.parse_day(used.day)) as reason
		  from used join ref.unit u on lower(u.code) = lower(used.unit)
		 where data.parse_day(used.day) is not null
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'unit', wrong.reason
	  from data.import_row r
	  join wrong on wrong.unit = r.cells ->> 'unit' and wrong.day = r.cells ->> 'on'
	 where r.import_id = p_import and wrong.reason is not null
$$;
comment on function data.import_check_unit(uuid) is 'Notes rows whose unit was none on the day';
create function data.import_line_mine(l data.line) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.holder_force = (select s.writes_force from data.staff s
		where s.login = session_user and s.active and s.valid_to > now()) and data.line_seen(l.line_id)
$$;
comment on function data.import_line_mine(data.line) is 'Does the caller see a line, and write for the force that holds it?';
-- From text to the columns of the event's table. A column that the file has not is left out, so that what
-- is there stays; new rows then get `data.import_event_new`.
create function data.import_event_cells(p_table text, cells jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select jsonb_build_object('on_day', cells ->> 'on',
			'unit', (select u.code from ref.unit u where lower(u.code) = lower(cells ->> 'unit')))
		|| jsonb_strip_nulls(jsonb_build_object('programme', data.yes(nullif(cells ->> 'programme', '')),
			'drugs_linked', data.yes(cells ->> 'drugs_linked')))
		|| case p_table
		when 'charge' then (
			select jsonb_strip_nulls(jsonb_build_object('offence', o.code, 'class_a',
				coalesce(data.yes(nullif(cells ->> 'class_a', '')), case when cells ? 'class_a' then o.counts_for_type1 end)))
			from ref.offence o where lower(o.code) = lower(cells ->> 'offence'))
		when 'safeguarding' then jsonb_build_object('route', lower(cells ->> 'route'), 'stage', lower(cells ->> 'stage'))
		when 'disruption' then jsonb_build_object('grade', lower(cells ->> 'grade'), 'four_p', initcap(cells ->> 'four_p'),
			'group_id', (select g.group_id from data.crime_group g where g.group_ref = cells ->> 'group_ref'),
			'arrested', coalesce(nullif(cells ->> 'arrested', ''), '0')::int,
			'arrested_drugs', coalesce(nullif(cells ->> 'arrested_drugs', ''), '0')::int,
			'trafficking_outcomes', coalesce(nullif(cells ->> 'trafficking_outcomes', ''), '0')::int)
		else '{}' end
$$;
comment on function data.import_event_cells(text, jsonb) is 'What a row of events says, in the columns of their table';
create function data.import_event_new(p_table text, what jsonb) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case p_table
		when 'charge' then (select jsonb_build_object('class_a', o.counts_for_type1)
			from ref.offence o where o.code = what ->> 'offence')
		when 'disruption' then jsonb_build_object('programme', false, 'tactic', '')
		else '{}' end || what
$$;
comment on function data.import_event_new(text, jsonb) is 'A new event with what its file does not say: a charge that counts for Type 1 is of Class A';
-- Runs as the owner, since events name people and have no policy for api; that the lines are the caller's to
-- write for is asked here again. A person whose reference is new has no key yet, and is null.
create function data.import_stage_events(p_import uuid, p_table text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	execute format($sql$
		insert into data.import_event (import_id, line, event_ref, person_ref, line_id, what, there, verdict)
		select $1, f.line, f.event_ref, f.person_ref, f.line_id,
		       case when f.there is null then data.import_event_new(%1$L, f.what) else f.what end, f.there,
		       case when f.there is null then 'new' when f.there @> f.what then 'same' else 'changed' end
		  from (select r.line, r.event_ref, r.person_ref, r.line_id, r.there,
		               jsonb_build_object('line_id', r.line_id) || data.import_event_cells(%1$L, r.cells)
		                   || case when r.person_ref is null then '{}'
		                      else jsonb_build_object('person_id',
		                          (select p.person_id from data.person p where p.person_ref = r.person_ref)) end as what
		          from (select line, cells, cells ->> 'event_ref' as event_ref, cells ->> 'person_ref' as person_ref,
		                       (select l.line_id from data.line l where l.line_ref = cells ->> 'line_ref') as line_id,
		                       (select to_jsonb(x) from data.%1$I x where x.event_ref = cells ->> 'event_ref') as there
		                  from data.import_row where import_id = $1 offset 0) as r offset 0) as f$sql$, p_table) using p_import;
	if exists (
		select from (select distinct e.line_id from data.import_event e where e.import_id = p_import) as used
		  join data.line l using (line_id)
		 where not data.import_line_mine(l)) then
		perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
	end if;
end
$$;
comment on function data.import_stage_events(uuid, text) is 'Fill data.import_event from the rows of a checked import';
-- What stands on proofs, what was voided and what others recorded stays as it is.
create function data.import_judge_events(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, e.line, 'event_ref', e.event_ref || ' was voided, and stays so', true
	  from data.import_event e
	 where e.import_id = p_import and e.verdict = 'same' and e.there ->> 'voided_at' is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, e.line, 'event_ref',
	       case when not e.ours then format('%s is there already, and not yours to change; ask a supervisor', e.event_ref)
	            when e.voided then format('%s was voided: record what did happen under another reference', e.event_ref)
	            else format('%s is a proof of the Type 1 outcome %s: revoke or refuse that first', e.event_ref, e.proof_of) end
	  from (select c.line, c.event_ref, c.there ->> 'voided_at' is not null as voided,
	               data.proof_of((c.there ->> 'event_id')::uuid) as proof_of,
	               case when l.line_id is not null then data.import_line_mine(l)
	                    else s.force = data.my_force() end is true as ours
	          from data.import_event c
	          left join data.line l on l.line_id = (c.there ->> 'line_id')::uuid
	          left join data.staff s on s.login = c.there ->> 'entered_by'
	         where c.import_id = p_import and c.verdict = 'changed') as e
	 where not e.ours or e.voided or e.proof_of is not null;
end
$$;
comment on function data.import_judge_events(uuid) is 'Notes events of an import that may not change';
-- What arrests, charges, safeguarding and disruptions have in common. Once nothing is wrong the rows are
-- staged and held against the events that are there.
create function data.import_check_events(p_import uuid, p_table text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_unique(p_import, array['event_ref']);
	perform data.import_check_held(p_import, 'record what came of it');
	perform data.import_check_since(p_import, array['on']);
	perform data.import_check_unit(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref', 'is empty: what is of the programme names its line'
	  from data.import_row r
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' = ''
	   and data.yes(r.cells ->> 'programme')
	   and coalesce(r.cells ->> 'group_ref', '') = '';
	if not data.import_is_good(p_import) then
		return;
	end if;
	perform data.import_stage_events(p_import, p_table);
	perform data.import_judge_events(p_import);
end
$$;
comment on function data.import_check_events(uuid, text) is 'Notes what is wrong with rows of events, and stages them if nothing is';
create function data.import_check_arrests(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'arrest')
$$;
comment on function data.import_check_arrests(uuid) is 'Notes what is wrong with rows of arrests, and stages them if nothing is';
create function data.import_check_charges(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'charge')
$$;
comment on function data.import_check_charges(uuid) is 'Notes what is wrong with rows of charges, and stages them if nothing is';
create function data.import_check_safeguarding(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'safeguarding')
$$;
comment on function data.import_check_safeguarding(uuid) is 'Notes what is wrong with rows of safeguarding, and stages them if nothing is';
create function data.import_check_disruptions(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'group_ref', 'names more than one group: write a row for each'
	  from data.import_row r
	 where r.import_id = p_import and r.cells ->> 'group_ref' like '%;%';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'group_ref', 'is empty, and so is line_ref: name what was disrupted'
	  from data.import_row r
	 where r.import_id = p_import and r.cells ->> 'group_ref' = '' and r.cells ->> 'line_ref' = ''
	   and not coalesce(data.yes(r.cells ->> 'programme'), false);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, split_part(fault, ': ', 1), split_part(fault, ': ', 2)
	  from data.import_row r
	 cross join lateral unnest(data.disruption_faults(r.cells)) as fault
	 where r.import_id = p_import;

	select data.import_check_events(p_import, 'disruption')
$$;
comment on function data.import_check_disruptions(uuid) is 'Notes what is wrong with rows of disruptions, and stages them if nothing is';
-- An event that changes is not written over: what it was is voided under a reference of its own, so that
-- figures as at a day before this one stay what they were.
create function data.import_apply_events(p_import uuid, p_table text,
	out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	moment timestamptz := data.clock();
begin
	perform data.import_open(p_import);
	perform data.people_on_lines(c.category, c.fact, p_table, e.refs, e.lines, e.days)
	   from (select array_agg(person_ref) as refs, array_agg(line_id) as lines, array_agg((what ->> 'on_day')::date) as days
	           from data.import_event
	          where import_id = p_import and verdict <> 'same' and person_ref is not null) as e
	   join (values ('arrest', 'suspect', false), ('charge', 'charged', true), ('safeguarding', 'potential-victim', false))
	          as c (kind, category, fact) on c.kind = p_table
	  where e.refs is not null;
	update data.import_event e
	   set what = e.what || jsonb_build_object('person_id', p.person_id)
	  from data.person p
	 where e.import_id = p_import and e.verdict <> 'same' and p.person_ref = e.person_ref;

	execute format($sql$
		update data.%I x
		   set event_ref = x.event_ref || '~' || left(x.event_id::text, 8), voided_at = $2, voided_by = session_user,
		       void_reason = 'Changed by the import of ' || (select i.file from data.import i where i.import_id = $1)
		  from data.import_event e
		 where e.import_id = $1 and e.verdict = 'changed' and x.event_ref = e.event_ref$sql$, p_table)
		using p_import, moment;
	execute format($sql$
		insert into data.%1$I
		select x.*
		  from data.import_event e
		 cross join lateral jsonb_populate_record(null::data.%1$I, coalesce(e.there, '{}') || e.what
		       || jsonb_build_object('event_id', gen_random_uuid(), 'event_ref', e.event_ref,
		              'entered_at', $2, 'entered_by', session_user)) as x
		 where e.import_id = $1 and e.verdict <> 'same'
		 order by e.line$sql$, p_table)
		using p_import, moment;

	select count(*) filter (where verdict = 'new'), count(*) filter (where verdict = 'changed'),
	       count(*) filter (where verdict = 'same')
	  into added, changed, same
	  from data.import_event where import_id = p_import;
end
$$;
comment on function data.import_apply_events(uuid, text) is 'Write the events of a checked import';
create function data.import_apply_arrests(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'arrest')
$$;
comment on function data.import_apply_arrests(uuid) is 'Write the arrests of a checked import';
create function data.import_apply_charges(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'charge')
$$;
comment on function data.import_apply_charges(uuid) is 'Write the charges of a checked import';
create function data.import_apply_safeguarding(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'safeguarding')
$$;
comment on function data.import_apply_safeguarding(uuid) is 'Write the safeguarding of a checked import';
create function data.import_apply_disruptions(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'disruption')
$$;
comment on function data.import_apply_disruptions(uuid) is 'Write the disruptions of a checked import';
-- A row as the form of its claim has it. For a Type 2, what was recovered is the number that was deactivated:
-- on the day of the outcome, and as the file says, where the row does not.
create function data.import_outcome_cells(cells jsonb, p_file text) returns jsonb
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case lower(cells ->> 'kind') when 'type2'
		then cells - array['recovered_on', 'recovered_source'] || jsonb_build_object(
			'deactivated_on', coalesce(nullif(cells ->> 'recovered_on', ''), cells ->> 'on'),
			'deactivated_source', coalesce(nullif(cells ->> 'recovered_source', ''), 'file ' || p_file))
		else cells end
$$;
comment on function data.import_outcome_cells(jsonb, text) is 'A row of outcomes as the fields of a claim';
create function data.import_check_check_backs(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, fault.cell, fault.reason
	  from (select line, lower(cells ->> 'kind') as kind, data.parse_day(cells ->> 'on') as closed,
	               coalesce(cells ->> 'charge_ref', '') as charge_ref, coalesce(cells ->> 'check_back_on', '') as checked,
	               lower(coalesce(cells ->> 'check_back_result', '')) as result, coalesce(cells ->> 'reason', '') as reason
	          from data.import_row where import_id = p_import and cells is not null) as r
	 cross join (select check_back_days as days from ref.setting) as s
	 cross join lateral (values
		('charge_ref', case when r.kind = 'type2' and r.charge_ref <> '' then 'is of a Type 1 outcome, and this is a Type 2' end),
		('check_back_on', case when r.kind = 'type2' and r.checked <> '' then 'is of a Type 1 outcome, and this is a Type 2'
			when r.result <> '' and r.checked = '' then 'is empty, and check_back_result is not'
			else data.checkback_fault(r.result, data.parse_day(r.checked), r.closed, r.closed + s.days) end),
		('check_back_result', case when r.kind = 'type2' and r.result <> '' then 'is of a Type 1 outcome, and this is a Type 2'
			when r.checked <> '' and r.result = '' then 'is empty, and check_back_on is not' end),
		('reason', case when r.result = 'failed' and r.reason = '' then 'is empty: say what shows that the line is in use again' end)
	 ) as fault (cell, reason)
	 where fault.reason is not null
$$;
comment on function data.import_check_check_backs(uuid) is 'Notes what of a row of outcomes does not go together';
-- Each proof that a Type 1 lacks is told at its cell, in the words of the form. Of a line that is not the
-- caller's nothing is told but what the row itself lacks.
create function data.import_check_proofs(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, split_part(fault, ': ', 1), substr(fault, strpos(fault, ': ') + 2)
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref' and data.import_line_mine(l)
	 cross join lateral unnest(data.type1_missing(l.line_id, r.cells)) as fault
	 where r.import_id = p_import
	   and lower(r.cells ->> 'kind') = 'type1'
	   and (l.line_id is not null or strpos(fault, ': lacks ') > 0)
	   and not exists (select from data.closure c where c.outcome_ref = r.cells ->> 'outcome_ref');
end
$$;
comment on function data.import_check_proofs(uuid) is 'Notes the proofs that Type 1 outcomes of an import lack';
-- An outcome that is there goes on to its next state or stays; it is never another one. What was revoked or
-- refused meanwhile stays so, and the file that told of it may come again.
create function data.import_judge_outcomes(p_import uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
begin
	perform data.import_open(p_import);
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'outcome_ref', format('%s is there already, and not yours to change; ask a supervisor', c.outcome_ref)
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.line l on l.line_id = c.line_id
	 where r.import_id = p_import and not data.import_line_mine(l);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, d.cell, format('%s was claimed with %s, and an outcome does not change: refuse or revoke it, and claim it anew',
	       c.outcome_ref, coalesce(nullif(d.there, ''), 'none'))
	  from data.import_row r
	  join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	  join data.line l on l.line_id = c.line_id
	  left join data.charge h on h.event_id = c.charge_id
	 cross join lateral (values
		('kind', c.kind, lower(r.cells ->> 'kind'), true),
		('line_ref', l.line_ref, r.cells ->> 'line_ref', true),
		('on', c.on_day::text, r.cells ->> 'on', true),
		('unit', c.unit, coalesce((select u.code from ref.unit u where lower(u.code) = lower(r.cells ->> 'unit')), ''), true),
		('bulk_on', coalesce(c.bulk_on::text, ''), r.cells ->> 'bulk_on', true),
		('bulk_source', coalesce(c.bulk_source, ''), r.cells ->> 'bulk_source', true),
		('recovered_on', coalesce(c.recovered_on, c.deactivated_on)::text, r.cells ->> 'recovered_on', c.kind = 'type1'),
		('recovered_source', coalesce(c.recovered_source, c.deactivated_source), r.cells ->> 'recovered_source', c.kind = 'type1'),
		('charge_ref', coalesce(split_part(h.event_ref, '~', 1), ''), r.cells ->> 'charge_ref', true)
	 ) as d (cell, there, said, needed)
	 where r.import_id = p_import and data.import_line_mine(l)
	   and d.there <> d.said and (d.needed or d.said <> '');

	insert into data.import_error (import_id, line, cell, reason, warning)
	select p_import, x.line, x.cell, x.reason, x.warning
	  from (select r.line, c.outcome_ref, c.state, c.claimed_by, c.check_back_on,
	               lower(coalesce(r.cells ->> 'check_back_result', '')) as result,
	               data.parse_day(r.cells ->> 'check_back_on') as checked
	          from data.import_row r
	          left join data.closure c on c.outcome_ref = r.cells ->> 'outcome_ref'
	         where r.import_id = p_import) as f
	 cross join lateral (values
		(f.line, 'outcome_ref', f.outcome_ref || ': you claimed it, and another supervisor ratifies it', true,
			f.state = 'claimed' and ratifies and f.claimed_by = session_user),
		(f.line, 'check_back_result', 'is left aside: a supervisor ratifies the outcome first', true,
			f.result <> '' and coalesce(f.state, 'claimed') = 'claimed' and (not ratifies or f.claimed_by = session_user)),
		(f.line, 'outcome_ref', format('%s was %s, and stays so', f.outcome_ref, f.state), true,
			f.state = 'refused' or f.state = 'revoked' and f.result <> 'failed'
				and (f.checked is null or f.checked is not distinct from f.check_back_on)),
		(f.line, 'check_back_result', format('%s is %s already, by another check-back; a supervisor revokes it by a step of its own', f.outcome_ref, f.state), false,
			f.state in ('verified', 'revoked') and f.result <> '' and (f.checked is distinct from f.check_back_on
				or f.state = 'verified' and f.result = 'failed'))
	 ) as x (line, cell, reason, warning, applies)
	 where x.applies;
end
$$;
comment on function data.import_judge_outcomes(uuid) is 'Notes outcomes of an import that are there and would have to change';
create function data.import_check_outcomes(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_unique(p_import, array['outcome_ref']);
	select data.import_check_held(p_import, 'record what came of it');
	select data.import_check_since(p_import, array['on', 'recovered_on']);
	select data.import_check_unit(p_import);
	select data.import_check_check_backs(p_import);
	select data.import_check_proofs(p_import);
	select data.import_judge_outcomes(p_import)
$$;
comment on function data.import_check_outcomes(uuid) is 'Notes what is wrong with rows of outcomes';
create function data.import_step_told(p_step text, c data.closure, p_said text, p_reason text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	values (c.line_id, data.clock(), p_step, c.closure_id, p_said, p_reason)
$$;
comment on function data.import_step_told(text, data.closure, text, text) is 'Keep with the line that a file took a step';
-- One row, by the steps that a person would take: claimed, ratified by the supervisor who imports, checked
-- back. Whatever bars a step bars the row.
create function data.import_outcome_steps(p_line data.line, cells jsonb, p_file text, p_ratifies boolean,
	out verdict text, out fault text)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	kind text := lower(cells ->> 'kind');
	result text := lower(coalesce(cells ->> 'check_back_result', ''));
	source text := coalesce(nullif(cells ->> 'reason', ''), 'file ' || p_file);
	c data.closure;
begin
	select * into c from data.closure x where x.outcome_ref = cells ->> 'outcome_ref';
	verdict := 'same';
	if c.closure_id is null then
		fault := p_line.line_ref || ': ' || data.blocked_line(kind || '_claim', p_line.line_id);
		if fault is not null then
			return;
		end if;
		perform data.line_lock(kind || '_claim', p_line.line_id, p_line.row_version);
		c := data.outcome_claim(kind, p_line.line_id, data.import_outcome_cells(cells, p_file),
			case when p_ratifies then 'file' else session_user end);
		perform data.import_step_told(kind || '_claim', c, format('%s is claimed by file', c.outcome_ref), source);
		verdict := 'new';
	end if;
	if c.state = 'claimed' and p_ratifies and c.claimed_by <> session_user then
		fault := c.outcome_ref || ': ' || data.blocked_outcome('outcome_ratify', c.closure_id);
		if fault is not null then
			return;
		end if;
		perform data.import_step_told('outcome_ratify', c, s.said, source)
		   from data.step_outcome_ratify(c.closure_id, c.row_version, jsonb_build_object('reason', source)) s;
		verdict := case verdict when 'new' then 'new' else 'changed' end;
		select * into c from data.closure x where x.closure_id = c.closure_id;
	end if;
	if c.state = 'provisional' and result = 'passed' then
		perform data.import_step_told('checkback_pass', c, s.said, source)
		   from data.step_checkback_pass(c.closure_id, c.row_version,
				jsonb_build_object('on', cells ->> 'check_back_on', 'source', source)) s;
		verdict := case verdict when 'new' then 'new' else 'changed' end;
	elsif c.state = 'provisional' and result = 'failed' then
		perform data.import_step_told('checkback_fail', c, s.said, source)
		   from data.step_checkback_fail(c.closure_id, c.row_version,
				jsonb_build_object('on', cells ->> 'check_back_on', 'source', 'file ' || p_file, 'reason', source)) s;
		verdict := case verdict when 'new' then 'new' else 'changed' end;
	end if;
end
$$;
comment on function data.import_outcome_steps(data.line, jsonb, text, boolean) is 'Take the steps that a row of outcomes asks for';
-- Row by row, in the order of the days: a line may be closed, found in use again, and closed once more. There
-- are hundreds of outcomes, not thousands, and each goes by the steps themselves.
create function data.import_apply_outcomes(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	ratifies boolean := exists (select from data.staff s where s.login = session_user and s.role = 'supervisor');
	the_file text;
	r record;
	the_line data.line;
	taken record;
	refusals jsonb := jsonb '[]';
begin
	perform data.import_open(p_import);
	select i.file into the_file from data.import i where i.import_id = p_import;
	added := 0;
	changed := 0;
	same := 0;
	for r in
		select x.line, x.cells from data.import_row x where x.import_id = p_import order by x.cells ->> 'on', x.line
	loop
		select * into strict the_line from data.line l where l.line_ref = r.cells ->> 'line_ref' for update;
		if not data.import_line_mine(the_line) then
			perform data.refuse('GL002', 'A row is of a line that is not yours to change.', 'Ask those who hold it.');
		end if;
		select * into taken from data.import_outcome_steps(the_line, r.cells, the_file, ratifies);
		if taken.fault is not null then
			refusals := refusals || jsonb_build_object('line', r.line, 'cell', 'outcome_ref', 'reason', taken.fault);
		end if;
		added := added + (taken.verdict = 'new')::int;
		changed := changed + (taken.verdict = 'changed')::int;
		same := same + (taken.verdict = 'same')::int;
	end loop;
	if refusals <> '[]' then
		perform data.import_refuse(refusals);
	end if;
end
$$;
comment on function data.import_apply_outcomes(uuid) is 'Write the outcomes of a checked import';
create function api.step(step text, id uuid, version int, cells jsonb, op uuid)
returns table (object_id uuid, ref text, new_version int, said text, repeated boolean)
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	filled jsonb := coalesce((
		select jsonb_object_agg(c.key, btrim(c.value, E' \t\r\n'))
		from jsonb_each_text(coalesce($4, '{}')) c), '{}');
begin
	if op is null then
		perform data.refuse('GL004', 'A step needs an operation key.', 'Give it a new one: gen_random_uuid().');
	end if;
	perform data.step_check(s, id, filled);
	return query select t.id, t.ref, t.version, t.said, t.repeated
		from data.step_take(s, id, version, data.step_words(s, filled), op) t;
end
$$;
comment on function api.step(text, uuid, int, jsonb, uuid) is 'Do one thing to a record: which, to what, the version that was seen, the fields, and a new key that names this doing for ever';
create function api.step_outcome(op uuid)
returns table (object_id uuid, ref text, new_version int, said text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select o.object_id, o.ref, o.version, o.said from data.operation o where o.op = step_outcome.op and o.login = session_user
$$;
comment on function api.step_outcome(uuid) is 'What came of an operation key of the caller''s; no row if nothing did';
create function api.steps(object text, id uuid)
returns table (step text, label text, help text, blocked text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step;
begin
	for s in
		select r.* from ref.step r
		join data.staff me on me.login = session_user and me.active and me.valid_to > now() and me.role = any (r.roles)
		where r.object = steps.object
		order by r.position
	loop
		step := s.step;
		label := s.label;
		help := s.help;
		begin
			perform data.step_allowed(s.step, id);
			blocked := data.step_blocked(s, id);
		exception
			when sqlstate 'GL002' then
				blocked := sqlerrm;
			when sqlstate 'GL005' then
				return;
		end;
		return next;
	end loop;
end
$$;
comment on function api.steps(text, uuid) is 'What the caller''s role can do to a record, in order; blocked says why not now';
-- Everything a form needs in one trip. Row 0 is the form itself: label the step's, help what it does, note
-- the record, value its version, draft the version an own draft began from and section when it was saved.
create function api.step_form(step text, id uuid)
returns table (place int, name text, section text, label text, help text, shape text, required boolean,
	max_length int, value text, note text, draft text, choices text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	s ref.step := data.step_allowed(step, id);
	blocked text := data.step_blocked(s, id);
	d data.draft;
begin
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', s.label, blocked), 'The dossier says how it stands.');
	end if;
	select x.* into d from data.draft x where x.step = s.step and x.login = session_user
		and x.object_id = coalesce(id, '00000000-0000-0000-0000-000000000000');
	return query
		select 0, '', coalesce(to_char(d.saved_at, 'YYYY-MM-DD HH24:MI'), ''), s.label, s.help,
			case when s.previewed then 'preview' else '' end, false, 0,
			coalesce(v.value, '0'), coalesce(v.note, ''), d.version::text, ''
		from (select) one left join data.step_values(s, id) v on v.name = ''
		union all
		select f.position, f.name, f.section, f.label, f.help, f.shape, f.required, f.max_length,
			coalesce(v.value, ''), coalesce(v.note, ''), d.cells ->> f.name, data.choices(f)
		from data.step_fields(s.step) f
		left join data.step_values(s, id) v on v.name = f.name
		order by 1;
end
$$;
comment on function api.step_form(text, uuid) is 'The form of a step on a record: fields, first values, choices, and the caller''s own draft';
create function api.step_preview(step text, id uuid, cells jsonb)
returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select t.section, t.label, t.text
	from data.step_allowed(step, id) s cross join lateral data.step_told(s, id, coalesce(cells, '{}')) t
$$;
comment on function api.step_preview(text, uuid, jsonb) is 'What a step would do with fields that are still being filled in';
create function api.draft_save(step text, id uuid, version int, cells jsonb) returns timestamptz
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	at timestamptz := clock_timestamp();
begin
	perform data.step_allowed(step, id);
	if pg_column_size(cells) > 1000000 then
		perform data.refuse('GL004', 'This draft is over a megabyte.', 'Shorten it; it is kept on the screen meanwhile.');
	end if;
	insert into data.draft as d (step, object_id, version, cells, saved_at)
	values (step, coalesce(id, '00000000-0000-0000-0000-000000000000'), coalesce(version, 0), cells, at)
	on conflict on constraint draft_pkey do update
		set version = excluded.version, cells = excluded.cells, saved_at = excluded.saved_at;
	return at;
end
$$;
comment on function api.draft_save(text, uuid, int, jsonb) is 'Keep what was typed into a form, as the caller''s own draft';
create function api.draft_drop(step text, id uuid) returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	with gone as (
		delete from data.draft d
		where d.login = session_user and d.step = draft_drop.step
			and d.object_id = coalesce(draft_drop.id, '00000000-0000-0000-0000-000000000000')
		returning 1
	)
	select exists (select from gone)
$$;
comment on function api.draft_drop(text, uuid) is 'Throw an own draft away; false if there was none';
create view api.drafts as
	select d.step, s.label, nullif(d.object_id, '00000000-0000-0000-0000-000000000000') as object_id, l.line_ref, d.saved_at
	from data.draft d
	join ref.step s on s.step = d.step
	left join data.line l on l.line_id = d.object_id;
comment on view api.drafts is 'The caller''s forms that were begun and not saved';
create view api.outcomes as
	select c.closure_id, c.outcome_ref, c.kind, c.state, c.definition, c.line_id, l.line_ref, l.name, c.on_day, c.unit,
		c.claimed_by, c.claimed_on, c.ratified_by, c.ratified_on, c.check_back_due, c.check_back_on, c.reason,
		c.row_version as version
	from data.closure c
	join data.line l using (line_id);
comment on view api.outcomes is 'Type 1 and Type 2 outcomes of the lines the caller sees';
-- A function, since the tables name people and have no policy: only events of lines the caller sees, and
-- nobody's reference.
create function api.events(from_day date, to_day date)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_ref text, what text, programme boolean,
	voided boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select e.event_id, e.kind, e.event_ref, e.on_day, e.unit, l.line_ref, e.what, e.programme, e.voided
	from data.line_events(from_day, to_day) e
	join data.line l using (line_id)
	order by e.on_day, e.event_ref
$$;
comment on function api.events(date, date) is 'Events of the lines the caller sees, without the people';
-- Counted by the day things happened, as they were known at a moment: what was entered, voided or revoked
-- after it does not count. Programme and force-wide figures are measures of their own.
create function api.outcome_counts(from_day date, to_day date, as_at timestamptz default null)
returns table (measure text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.measure, c.n from data.outcome_counts(from_day, to_day, coalesce(as_at, data.clock())) c
	where case when data.my_force() is null then data.refuse('GL001', 'The login has no place in Gridline.',
		'Ask the administrator for one.') else true end
$$;
comment on function api.outcome_counts(date, date, timestamptz) is 'Outcomes counted over a period, as known at a moment';
create view api.assessments as
	select a.assessment_id, l.line_id, l.line_ref, l.name, a.model, a.state, a.proposer, a.proposed_on, a.moderated_by,
		a.moderated_on, a.second_by, a.second_on, a.signed_by, a.signed_on, a.total, a.band, a.row_version as version
	from data.assessment a
	join data.line l using (line_id);
comment on view api.assessments is 'Assessments of the lines the caller sees: how far each has come, and through whom';
-- Of a line that the caller does not see the reference is null; data.line_shown says whom to ask in the dossier.
create view api.deconflictions as
	select d.deconfliction_id, d.cause, d.state, d.is_open, d.raised_on, d.raised_by, d.decided_on, d.decided_by,
		a.line_id as line_a, a.line_ref as ref_a, a.name as name_a, b.line_id as line_b, b.line_ref as ref_b, b.name as name_b,
		d.row_version as version
	from data.deconfliction d
	left join data.line a on a.line_id = d.line_a
	left join data.line b on b.line_id = d.line_b;
comment on view api.deconflictions is 'Pairs of lines that may be one, where the caller sees at least one of them';
create function api.step_fields()
returns table (step text, step_label text, object text, roles text[], scope text, name text, place int, label text,
	help text, shape text, vocabulary text, required boolean, max_length int, since_line boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.step, s.label, s.object, s.roles, s.scope, f.name, f.position, f.label, f.help, f.shape, f.vocabulary,
		f.required, f.max_length, f.since_line
	from ref.step s
	left join lateral data.step_fields(s.step) f on true
	order by s.position, s.step, f.position
$$;
comment on function api.step_fields() is 'Every step with its fields: what api.step takes';
-- What stands still until somebody decides, most urgent first.
create function api.waiting(at_most int default 300)
returns table (kind text, object text, object_id uuid, line_id uuid, line_ref text, name text, what text, since date, due date,
	late boolean, who text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with c as materialized (
		select * from ref.clock
	), wait as (
		(select 'deconfliction' as kind, 'deconfliction' as object, d.deconfliction_id as object_id, l.line_id, l.line_ref, l.name,
			case d.state when 'same' then 'the same line, to be merged' else 'may be the same as another line (' || d.cause || ')' end as what,
			d.raised_on as since, null::date as due, 'analyst or supervisor' as who
		from data.deconfliction d
		join lateral (select x.* from data.line x where x.line_id in (d.line_a, d.line_b) order by x.line_ref limit 1) l on true
		where d.is_open limit 200)
		union all
		(select case a.state when 'proposed' then 'moderation' else 'signature' end, 'assessment', a.assessment_id, l.line_id, l.line_ref, l.name,
			'score ' || a.state || ' by ' || coalesce(a.moderated_by, a.proposer)
				|| case when a.second_by is not null then ', scored second by ' || a.second_by else '' end,
			coalesce(a.moderated_on, a.proposed_on), null, case a.state when 'proposed' then 'analyst' else 'supervisor' end
		from data.assessment a join data.line l using (line_id) where a.state in ('proposed', 'moderated') limit 200)
		union all
		(select 'ratification', 'outcome', k.closure_id, l.line_id, l.line_ref, l.name,
			case k.kind when 'type1' then 'Type 1 ' else 'Type 2 ' end || k.outcome_ref || ' claimed by ' || k.claimed_by, k.claimed_on, null, 'supervisor'
		from data.closure k join data.line l using (line_id) where k.state = 'claimed' limit 200)
		union all
		(select 'check-back', 'outcome', k.closure_id, l.line_id, l.line_ref, l.name, 'Type 1 ' || k.outcome_ref || ' is provisional', k.ratified_on,
			k.check_back_due, 'any but an auditor'
		from data.closure k join data.line l using (line_id) where k.state = 'provisional' order by k.check_back_due limit 200)
		union all
		(select 'stale', 'line', l.line_id, l.line_id, l.line_ref, l.name,
			'nothing heard since ' || coalesce(greatest(l.last_seen, l.last_review)::text, 'it came') || ': keep, dormant or close',
			greatest(l.last_seen, l.last_review), null, 'analyst or supervisor'
		from data.line l cross join c
		where l.is_open and l.status <> 'dormant' and coalesce(greatest(l.last_seen, l.last_review) < c.stale_before, true)
		order by l.sort_score, l.sort_seen, l.line_ref limit 100)
	)
	select w.kind, w.object, w.object_id, w.line_id, w.line_ref, w.name, w.what, w.since, w.due, coalesce(w.due < c.today, false), w.who
	from wait w cross join c
	order by coalesce(w.due < c.today, false) desc, coalesce(w.due >= c.today, false), w.kind = 'stale', w.due, w.since, w.line_ref
	limit least(at_most, 1000)
$$;
comment on function api.waiting(int) is 'What waits for a decision on the lines the caller sees: doubles, scores, outcomes, check-backs, stale lines';
-- Free words about a line: read through the dossier only.
alter table data.assessment_opinion enable row level security;
alter table data.assessment_opinion force row level security;
create policy owner on data.assessment_opinion to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.arrest enable row level security;
alter table data.arrest force row level security;
create policy owner on data.arrest to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.charge enable row level security;
alter table data.charge force row level security;
create policy owner on data.charge to gridline_owner using (true) with check (true);
-- Seen by whoever sees the line; it names no person.
alter table data.closure enable row level security;
alter table data.closure force row level security;
create policy owner on data.closure to gridline_owner using (true) with check (true);
create policy seen on data.closure for select to gridline_api using (
	exists (select from data.line l where l.line_id = closure.line_id)
);
-- For the functions of its owner only.
alter table data.closure_state enable row level security;
alter table data.closure_state force row level security;
create policy owner on data.closure_state to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.ddtro enable row level security;
alter table data.ddtro force row level security;
create policy owner on data.ddtro to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.disruption enable row level security;
alter table data.disruption force row level security;
create policy owner on data.disruption to gridline_owner using (true) with check (true);
-- Personal data: no policy for api at all.
alter table data.intel enable row level security;
alter table data.intel force row level security;
create policy owner on data.intel to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.safeguarding enable row level security;
alter table data.safeguarding force row level security;
create policy owner on data.safeguarding to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.seizure enable row level security;
alter table data.seizure force row level security;
create policy owner on data.seizure to gridline_owner using (true) with check (true);
-- Seen by whoever sees one of the two lines; the other is shown as whom to ask.
alter table data.deconfliction enable row level security;
alter table data.deconfliction force row level security;
create policy owner on data.deconfliction to gridline_owner using (true) with check (true);
create policy seen on data.deconfliction for select to gridline_api using (
	exists (select from data.line l where l.line_id in (deconfliction.line_a, deconfliction.line_b))
);
-- Drafts may hold personal data, but only what their owner typed.
alter table data.draft enable row level security;
alter table data.draft force row level security;
create policy owner on data.draft to gridline_owner using (true) with check (true);
create policy mine on data.draft to gridline_api using (login = session_user) with check (login = session_user);
-- Read through the dossier.
alter table data.external_score enable row level security;
alter table data.external_score force row level security;
create policy owner on data.external_score to gridline_owner using (true) with check (true);
alter table data.import_event enable row level security;
alter table data.import_event force row level security;
create policy owner on data.import_event to gridline_owner using (true) with check (true);
create policy mine on data.import_event to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
-- Read through the dossier only.
alter table data.line_event enable row level security;
alter table data.line_event force row level security;
create policy owner on data.line_event to gridline_owner using (true) with check (true);
-- Personal data: no policy for api at all.
alter table data.line_person enable row level security;
alter table data.line_person force row level security;
create policy owner on data.line_person to gridline_owner using (true) with check (true);
-- Everybody has their own.
alter table data.operation enable row level security;
alter table data.operation force row level security;
create policy owner on data.operation to gridline_owner using (true) with check (true);
create policy mine on data.operation for select to gridline_api using (login = session_user);
-- Personal data: no policy for api at all.
alter table data.person enable row level security;
alter table data.person force row level security;
create policy owner on data.person to gridline_owner using (true) with check (true);
alter table search.brand owner to gridline_search;
alter table search.name owner to gridline_search;
alter function search.brands(text) owner to gridline_search;
grant select (imports, is_open) on data.line to gridline_search;
select search.rebuild();
insert into ref.schema_version (version, note) values (2, 'upgrade');
