-- SPDX-License-Identifier: MIT
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
-- Figures are counted without a look at the table.
create index disruption_counted on data.disruption (on_day) include (line_id, group_id, grade, entered_at, voided_at) where programme;
create index disruption_force on data.disruption (on_day) include (group_id, drugs_linked, arrested, arrested_drugs, trafficking_outcomes, entered_at, voided_at)
	where not programme;
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
