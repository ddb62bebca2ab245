-- SPDX-License-Identifier: MIT
-- The columns of each kind and what a cell of them must look like. Checks that need one cell only
-- are driven by this table; the kind's own function does the rest.
create table ref.import_column (
	kind text not null references ref.import_kind,
	name text not null,
	position integer not null,
	required boolean not null,
	fillable boolean not null,
	shape text not null check (shape in
		('reference', 'text', 'block', 'texts', 'term', 'terms', 'groups', 'date', 'day', 'flag', 'number', 'phones')),
	vocabulary text check ((vocabulary is not null) = (shape in ('term', 'terms'))),
	max_length integer not null,
	primary key (kind, name)
);
comment on table ref.import_column is 'Columns of the files that api.import_begin takes';
comment on column ref.import_column.kind is 'Whose column it is';
comment on column ref.import_column.name is 'Its name in the header';
comment on column ref.import_column.position is 'Order in the manual and in exports';
comment on column ref.import_column.required is 'The header must have it; a column that is left out leaves what is there';
comment on column ref.import_column.fillable is 'A cell of it must not be empty';
comment on column ref.import_column.shape is 'What a cell looks like: data.import_check_cells. A date is past or today, a day may be to come';
comment on column ref.import_column.vocabulary is 'Where its terms come from (api.terms)';
comment on column ref.import_column.max_length is 'Characters a cell may have';
