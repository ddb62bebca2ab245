-- SPDX-License-Identifier: MIT
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
-- Figures are counted without a look at the table.
create index charge_counted on data.charge (on_day) include (line_id, person_id, offence, entered_at, voided_at, event_ref) where programme;
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
