-- SPDX-License-Identifier: MIT
-- A reference and nothing else: who it is stands in the systems that hold names. Personal data all the
-- same, since it can be led back.
create table data.person (
	person_id uuid primary key default gen_random_uuid(),
	person_ref text collate "C" not null unique check (person_ref <> ''),
	child boolean not null default false,
	created_at timestamptz not null default clock_timestamp(),
	created_by text collate "C" not null default session_user
);
comment on table data.person is 'People by pseudonymous reference: personal data, read through api.consult and api.dossier only';
comment on column data.person.person_id is 'Identity across forces';
comment on column data.person.person_ref is 'Pseudonymous reference';
comment on column data.person.child is 'Under eighteen: shown to whom consults the record, never listed';
comment on column data.person.created_at is 'When entered, by the server''s own clock';
comment on column data.person.created_by is 'Login that entered it';
