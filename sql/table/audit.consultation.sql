-- SPDX-License-Identifier: MIT
create table audit.consultation (
	token uuid primary key default gen_random_uuid(),
	entry_id bigint not null references audit.entry,
	login text collate "C" not null,
	object_kind text not null,
	object_id uuid not null,
	at timestamptz not null,
	xid xid8 not null,
	lsn pg_lsn not null
);
create index consultation_login on audit.consultation (login, at);
comment on table audit.consultation is 'Tokens of api.consult: what api.dossier holds a read against';
comment on column audit.consultation.token is 'What the reader was handed';
comment on column audit.consultation.entry_id is 'The consultation in the log';
comment on column audit.consultation.login is 'Whose token it is';
comment on column audit.consultation.object_kind is 'line or group';
comment on column audit.consultation.object_id is 'The one record it opens';
comment on column audit.consultation.at is 'When; it soon ends';
comment on column audit.consultation.xid is 'Transaction that must have committed';
comment on column audit.consultation.lsn is 'Where the server''s log stood before it: flushed past here, it is on disk';
