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
