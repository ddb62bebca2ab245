-- SPDX-License-Identifier: MIT
-- One row an import that was committed: the answer to "did it happen?" after a lost connection.
create table data.import (
	import_id uuid primary key default gen_random_uuid(),
	op uuid not null,
	login text not null default session_user,
	kind text not null references ref.import_kind,
	file text not null check (length(file) <= 1000),
	started_at timestamptz not null default clock_timestamp(),
	finished_at timestamptz,
	added bigint,
	changed bigint,
	same bigint,
	unique (login, op)
);
comment on table data.import is 'Imports: who read which file when, and what came of it';
comment on column data.import.import_id is 'Its key';
comment on column data.import.op is 'The operation key of the client: the same key is the same import';
comment on column data.import.login is 'Who imported';
comment on column data.import.kind is 'What was imported';
comment on column data.import.file is 'The name of the file as the client gave it';
comment on column data.import.started_at is 'When it began, by the machine''s clock';
comment on column data.import.finished_at is 'When it was applied; null while rows are still coming';
comment on column data.import.added is 'Records that were new';
comment on column data.import.changed is 'Records that changed';
comment on column data.import.same is 'Records that were so already';
