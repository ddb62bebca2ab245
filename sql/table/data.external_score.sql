-- SPDX-License-Identifier: MIT
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
