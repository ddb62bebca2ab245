-- SPDX-License-Identifier: MIT
create table audit.entry (
	entry_id bigint primary key,
	at timestamptz not null,
	operation text not null check (operation in
		('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
	login text collate "C" not null,
	object_kind text not null,
	object_id text not null,
	justification text not null,
	recipient text not null,
	detail jsonb not null,
	hash bytea not null check (length(hash) = 32)
);
comment on table audit.entry is 'The six operations of DPA 2018 s.62; append-only, each entry hashed with the one before';
comment on column audit.entry.entry_id is 'Position in the chain, without gaps';
comment on column audit.entry.at is 'When, by the server''s own clock, never the training clock';
comment on column audit.entry.operation is 'Which of the six';
comment on column audit.entry.login is 'session_user';
comment on column audit.entry.object_kind is 'line, group, grid...';
comment on column audit.entry.object_id is 'Which; never what was in it';
comment on column audit.entry.justification is 'Why; empty where the law asks for none';
comment on column audit.entry.recipient is 'To whom it was disclosed';
comment on column audit.entry.detail is 'Counts and references';
comment on column audit.entry.hash is 'SHA-256 over the previous hash and this entry''s fields';
