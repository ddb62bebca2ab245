-- SPDX-License-Identifier: MIT
-- DPA 2018 s.38(3): who is suspected, convicted, a victim or a witness is kept apart.
create table ref.person_category (
	code text collate "C" primary key,
	label text not null,
	offender boolean not null,
	protected boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to),
	check (not (offender and protected))
);
comment on table ref.person_category is 'What a person is to a line; a person may be more than one thing to it';
comment on column ref.person_category.code is 'Code in files';
comment on column ref.person_category.label is 'What a person reads';
comment on column ref.person_category.offender is 'Counted among offenders: suspected, charged or convicted';
comment on column ref.person_category.protected is 'Never in lists, exports or reports about offenders';
comment on column ref.person_category.position is 'Order in lists';
comment on column ref.person_category.valid_from is 'First day of validity';
comment on column ref.person_category.valid_to is 'Last day of validity';
