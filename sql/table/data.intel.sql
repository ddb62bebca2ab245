-- SPDX-License-Identifier: MIT
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
