-- SPDX-License-Identifier: MIT
create table data.line_reader (
	line_id uuid not null references data.line on delete cascade,
	login text collate "C" not null references data.staff,
	primary key (line_id, login)
);
comment on table data.line_reader is 'Who may see a restricted line';
comment on column data.line_reader.line_id is 'Line';
comment on column data.line_reader.login is 'Named person';
