-- SPDX-License-Identifier: MIT
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
-- Figures are counted without a look at the table.
create index seizure_counted on data.seizure (on_day) include (line_id, entered_at, voided_at) where programme;
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
