-- SPDX-License-Identifier: MIT
-- Locking this row is what puts entries in order. An advisory lock could be taken by anyone.
create table audit.head (
	one boolean primary key default true check (one),
	entry_id bigint not null,
	hash bytea not null
);
comment on table audit.head is 'The last link of the chain';
comment on column audit.head.one is 'Keeps the table at one row';
comment on column audit.head.entry_id is 'Its entry; 0 before the first';
comment on column audit.head.hash is 'Its hash';
insert into audit.head values (true, 0, sha256('gridline'));
