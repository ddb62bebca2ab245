-- SPDX-License-Identifier: MIT
create table ref.closure_definition (
	code text collate "C" primary key,
	kind text collate "C" not null check (kind in ('type1', 'type2')),
	label text not null,
	wording text not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.closure_definition is 'Versions of what a closure is: each outcome keeps the one it was claimed by';
comment on column ref.closure_definition.code is 'Code of the version';
comment on column ref.closure_definition.kind is 'type1 or type2';
comment on column ref.closure_definition.label is 'What a person reads';
comment on column ref.closure_definition.wording is 'The definition';
comment on column ref.closure_definition.valid_from is 'First day a closure may be claimed by it';
comment on column ref.closure_definition.valid_to is 'Last day';
insert into ref.closure_definition (code, kind, label, wording) values
	('T1-2022', 'type1', 'Type 1, three proofs',
		'Bulk messages offering Class A; the phone line recovered, so that it is shown disabled; the holder charged with a relevant supply offence.'),
	('T2-2022', 'type2', 'Type 2, deactivation', 'A number linked to the line is deactivated; no charge is needed.');
