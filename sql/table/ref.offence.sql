-- SPDX-License-Identifier: MIT
create table ref.offence (
	code text collate "C" primary key,
	label text not null,
	act text not null,
	section text not null,
	counts_for_type1 boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.offence is 'Offences a charge may name';
comment on column ref.offence.code is 'Code in files and filters';
comment on column ref.offence.label is 'What a person reads';
comment on column ref.offence.act is 'Act of Parliament';
comment on column ref.offence.section is 'Section of the act';
comment on column ref.offence.counts_for_type1 is 'A relevant supply offence for a Type 1 outcome';
comment on column ref.offence.position is 'Order in lists';
comment on column ref.offence.valid_from is 'First day of validity';
comment on column ref.offence.valid_to is 'Last day of validity';
