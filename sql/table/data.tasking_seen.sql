-- SPDX-License-Identifier: MIT
create table data.tasking_seen (
	login text collate "C" primary key,
	seen_at timestamptz not null
);
comment on table data.tasking_seen is 'When each person last looked at their list of taskings';
comment on column data.tasking_seen.login is 'Who';
comment on column data.tasking_seen.seen_at is 'Real time';
