-- SPDX-License-Identifier: MIT
create table ref.unit (
	code text collate "C" primary key,
	label text not null,
	kind text not null check (kind in ('npu', 'lpa', 'taskforce', 'team', 'rocu', 'roads', 'capability')),
	force text collate "C" references ref.force,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.unit is 'Whoever a line is exported from (npu, lpa) or tasked to';
comment on column ref.unit.code is 'Code in files and filters';
comment on column ref.unit.label is 'What a person reads';
comment on column ref.unit.kind is 'npu and lpa own ground; a capability is a service bid for';
comment on column ref.unit.force is 'Force it belongs to; null for regional ones';
comment on column ref.unit.position is 'Order in lists';
comment on column ref.unit.valid_from is 'First day of validity';
comment on column ref.unit.valid_to is 'Last day of validity';
