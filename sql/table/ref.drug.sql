-- SPDX-License-Identifier: MIT
create table ref.drug (
	code text collate "C" primary key,
	label text not null,
	class text not null check (class in ('A', 'B', 'C')),
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.drug is 'Drugs a line sells';
comment on column ref.drug.code is 'Name in files and filters';
comment on column ref.drug.label is 'What a person reads';
comment on column ref.drug.class is 'Class under the Misuse of Drugs Act 1971';
comment on column ref.drug.position is 'Order in lists';
comment on column ref.drug.valid_from is 'First day of validity';
comment on column ref.drug.valid_to is 'Last day of validity';
