-- SPDX-License-Identifier: MIT
create table ref.area (
	code text collate "C" primary key,
	label text not null,
	kind text not null check (kind in ('force', 'area')),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.area is 'Import locations: every force, and areas that are wider or known no better';
comment on column ref.area.code is 'Name in files and filters';
comment on column ref.area.label is 'What a person reads';
comment on column ref.area.kind is 'force or area';
comment on column ref.area.position is 'Order in lists';
comment on column ref.area.valid_from is 'First day of validity';
comment on column ref.area.valid_to is 'Last day of validity';
