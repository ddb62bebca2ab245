-- SPDX-License-Identifier: MIT
-- The answer to "did it happen?" after a lost connection, and why the same key does it once.
create table data.operation (
	login text collate "C" not null default session_user,
	op uuid not null,
	step text collate "C" not null,
	object_id uuid,
	ref text,
	version int,
	said text,
	at timestamptz not null default clock_timestamp(),
	primary key (login, op)
);
comment on table data.operation is 'Steps that were taken, by the operation key of the client';
comment on column data.operation.login is 'Who took it';
comment on column data.operation.op is 'The client''s key: the same key is the same step';
comment on column data.operation.step is 'Which';
comment on column data.operation.object_id is 'The record it made or changed';
comment on column data.operation.ref is 'Its reference';
comment on column data.operation.version is 'Its version since';
comment on column data.operation.said is 'What was answered';
comment on column data.operation.at is 'When, by the server''s own clock';
