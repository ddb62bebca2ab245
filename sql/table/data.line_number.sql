-- SPDX-License-Identifier: MIT
create table data.line_number (
	number_id uuid primary key default gen_random_uuid(),
	line_id uuid not null references data.line on delete cascade,
	number text collate "C" not null check (number <> ''),
	kind text not null default 'MSISDN' check (kind in ('MSISDN', 'IMEI', 'ICCID', 'IMSI', 'other')),
	state text not null default 'live' check (state in ('live', 'dormant', 'disabled', 'reassigned')),
	first_seen date,
	last_seen date,
	unique (line_id, number)
);
create index line_number_number on data.line_number (number);
comment on table data.line_number is 'Numbers of a line: personal data, read through api.consult and api.dossier only';
comment on column data.line_number.number_id is 'Identity';
comment on column data.line_number.line_id is 'Line';
comment on column data.line_number.number is 'Telephone numbers in E.164, others as they are';
comment on column data.line_number.kind is 'What sort of identifier';
comment on column data.line_number.state is 'live, dormant, disabled or reassigned';
comment on column data.line_number.first_seen is 'First day known';
comment on column data.line_number.last_seen is 'Last day known';
