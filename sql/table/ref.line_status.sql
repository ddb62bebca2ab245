-- SPDX-License-Identifier: MIT
create table ref.line_status (
	code text collate "C" primary key,
	label text not null,
	is_open boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to),
	unique (code, is_open)
);
comment on table ref.line_status is 'What a line can be; the open ones stand on the grid';
comment on column ref.line_status.code is 'Code in files and filters';
comment on column ref.line_status.label is 'What a person reads';
comment on column ref.line_status.is_open is 'Stands on the grid: neither closed nor merged';
comment on column ref.line_status.position is 'Order in lists';
comment on column ref.line_status.valid_from is 'First day of validity';
comment on column ref.line_status.valid_to is 'Last day of validity';
