-- SPDX-License-Identifier: MIT
create table ref.operation (
	code text collate "C" primary key,
	label text not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.operation is 'Named operations a tasking can belong to';
comment on column ref.operation.code is 'Name in files and filters';
comment on column ref.operation.label is 'What a person reads';
comment on column ref.operation.position is 'Order in lists';
comment on column ref.operation.valid_from is 'First day of validity';
comment on column ref.operation.valid_to is 'Last day of validity';
