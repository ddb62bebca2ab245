-- SPDX-License-Identifier: MIT
create table ref.tasking_template (
	code text collate "C" primary key check (code ~ '^[a-z][a-z-]*$'),
	label text not null,
	title text not null check (btrim(title) <> ''),
	asked text not null check (btrim(asked) <> ''),
	route text collate "C" not null references ref.tasking_route,
	unit text collate "C" references ref.unit,
	four_p text not null,
	priority text not null default 'normal',
	nim_level int check (nim_level between 1 and 3),
	working_days int not null check (working_days between 1 and 60),
	operation text collate "C" references ref.operation,
	position int not null,
	valid_from date not null default '-infinity',
	valid_to date not null default 'infinity',
	check (valid_from <= valid_to)
);
comment on table ref.tasking_template is 'What is asked for often: what a form leaves empty is filled from the template it names';
comment on column ref.tasking_template.code is 'What a form calls it';
comment on column ref.tasking_template.label is 'What a person reads';
comment on column ref.tasking_template.title is 'What is to be done, in a few words';
comment on column ref.tasking_template.asked is 'What exactly is asked, and what shows that it was done';
comment on column ref.tasking_template.route is 'ref.tasking_route';
comment on column ref.tasking_template.unit is 'Unit or capability; null for the unit that the line is exported from';
comment on column ref.tasking_template.four_p is 'Which of the four Ps (ref.word)';
comment on column ref.tasking_template.priority is 'How pressing (ref.word)';
comment on column ref.tasking_template.nim_level is 'Level of the National Intelligence Model';
comment on column ref.tasking_template.working_days is 'Working days until it is due';
comment on column ref.tasking_template.operation is 'Operation it belongs to; null for none';
comment on column ref.tasking_template.position is 'Order in lists';
comment on column ref.tasking_template.valid_from is 'First day of validity';
comment on column ref.tasking_template.valid_to is 'Last day of validity';
