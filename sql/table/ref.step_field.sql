-- SPDX-License-Identifier: MIT
-- What a step wants to be told. Checks that need one field only are driven by this table, as those of
-- files are by ref.import_column; the step's own function does the rest.
create table ref.step_field (
	step text collate "C" not null references ref.step,
	name text collate "C" not null,
	position int not null,
	section text not null default '',
	label text not null,
	help text not null default '',
	shape text not null check (shape in
		('reference', 'text', 'block', 'texts', 'term', 'terms', 'groups', 'date', 'day', 'flag', 'number', 'scale', 'phones')),
	vocabulary text check ((vocabulary is not null) = (shape in ('term', 'terms'))),
	required boolean not null default false,
	max_length int not null,
	since_line boolean not null default false check (not since_line or shape = 'date'),
	primary key (step, name)
);
comment on table ref.step_field is 'Fields of the steps: the forms of the console, and what api.step takes';
comment on column ref.step_field.step is 'Whose field it is';
comment on column ref.step_field.name is 'Its key in the cells';
comment on column ref.step_field.position is 'Order on the form';
comment on column ref.step_field.section is 'Heading it stands under; one that begins with + and a blank is opened where it is wanted';
comment on column ref.step_field.label is 'What a person reads beside it';
comment on column ref.step_field.help is 'What to put there';
comment on column ref.step_field.shape is 'What it looks like: data.cell_fault. A date is past or today, a day may be to come';
comment on column ref.step_field.vocabulary is 'Where its terms come from (api.terms)';
comment on column ref.step_field.required is 'Must not be empty';
comment on column ref.step_field.max_length is 'Characters it may have; of a number or a scale the highest value';
comment on column ref.step_field.since_line is 'Not before the line was first seen';
