-- SPDX-License-Identifier: MIT
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
-- Figures are counted without a look at the table.
create index arrest_counted on data.arrest (on_day) include (line_id, entered_at, voided_at) where programme;
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
