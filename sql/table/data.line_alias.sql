-- SPDX-License-Identifier: MIT
create table data.line_alias (
	line_id uuid not null references data.line on delete cascade,
	alias text not null check (alias <> ''),
	primary key (line_id, alias)
);
comment on table data.line_alias is 'Other names of a line';
comment on column data.line_alias.line_id is 'Line';
comment on column data.line_alias.alias is 'Name';
