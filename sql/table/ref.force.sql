-- SPDX-License-Identifier: MIT
create table ref.force (
	code text collate "C" primary key,
	label text not null,
	number text unique check (number ~ '^[0-9]{2}$'),
	region text collate "C" references ref.region,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.force is 'Police forces, by the name files and filters use';
comment on column ref.force.code is 'Name in files and filters';
comment on column ref.force.label is 'What a person reads';
comment on column ref.force.number is 'Two-digit force code, where there is one';
comment on column ref.force.region is 'Region it shares a grid with';
comment on column ref.force.position is 'Order in lists';
comment on column ref.force.valid_from is 'First day of validity';
comment on column ref.force.valid_to is 'Last day of validity';
