-- SPDX-License-Identifier: MIT
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
-- Figures are counted without a look at the table.
create index safeguarding_counted on data.safeguarding (on_day) include (line_id, person_id, stage, entered_at, voided_at, event_ref) where programme;
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
