-- SPDX-License-Identifier: MIT
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
