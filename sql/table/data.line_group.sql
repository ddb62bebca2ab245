-- SPDX-License-Identifier: MIT
create table data.line_group (
	line_id uuid not null references data.line on delete cascade,
	group_id uuid not null references data.crime_group,
	role text not null default 'controls' check (role in ('controls', 'supplies', 'linked')),
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	primary key (line_id, group_id, valid_from),
	check (valid_from <= valid_to)
);
create index line_group_group on data.line_group (group_id);
comment on table data.line_group is 'Which group has to do with a line, and when';
comment on column data.line_group.line_id is 'Line';
comment on column data.line_group.group_id is 'Group';
comment on column data.line_group.role is 'controls, supplies or linked';
comment on column data.line_group.valid_from is 'First day known';
comment on column data.line_group.valid_to is 'Last day known; infinity while it lasts';
