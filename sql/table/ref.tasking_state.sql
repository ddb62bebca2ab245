-- SPDX-License-Identifier: MIT
create table ref.tasking_state (
	code text collate "C" primary key,
	label text not null,
	is_open boolean not null,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to),
	unique (code, is_open)
);
comment on table ref.tasking_state is 'What a tasking can be; the open ones are counted on their line';
comment on column ref.tasking_state.code is 'Code in files and filters';
comment on column ref.tasking_state.label is 'What a person reads';
comment on column ref.tasking_state.is_open is 'Somebody still has to do something';
comment on column ref.tasking_state.position is 'Order in lists';
comment on column ref.tasking_state.valid_from is 'First day of validity';
comment on column ref.tasking_state.valid_to is 'Last day of validity';
