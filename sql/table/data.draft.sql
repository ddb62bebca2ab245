-- SPDX-License-Identifier: MIT
-- Unlogged would be lost with the server; what is typed must not be.
create table data.draft (
	login text collate "C" not null default session_user,
	step text collate "C" not null references ref.step,
	object_id uuid not null,
	version int not null,
	cells jsonb not null,
	saved_at timestamptz not null default clock_timestamp(),
	primary key (login, step, object_id)
);
comment on table data.draft is 'Forms begun and not yet saved; everybody has their own';
comment on column data.draft.login is 'Whose';
comment on column data.draft.step is 'What it would do';
comment on column data.draft.object_id is 'To which record; the nil key where it would make one';
comment on column data.draft.version is 'The version of the record it began from';
comment on column data.draft.cells is 'What was typed, by field';
comment on column data.draft.saved_at is 'When, by the server''s own clock';
