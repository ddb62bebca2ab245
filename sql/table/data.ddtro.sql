-- SPDX-License-Identifier: MIT
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
create index ddtro_comply on data.ddtro (compliance_due) where complied_on is null and discharged_on is null and voided_at is null;
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
