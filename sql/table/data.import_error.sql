-- SPDX-License-Identifier: MIT
-- What is wrong with the rows of an import under way.
create unlogged table data.import_error (
	import_id uuid not null,
	line integer not null,
	cell text not null,
	reason text not null,
	warning boolean not null default false
);
create index on data.import_error (import_id);
comment on table data.import_error is 'What is wrong with the rows of imports under way';
comment on column data.import_error.import_id is 'The import';
comment on column data.import_error.line is 'Line of the file';
comment on column data.import_error.cell is 'Column of the file, empty if the whole row is meant';
comment on column data.import_error.warning is 'It is taken all the same';
comment on column data.import_error.reason is 'What is wrong, to be read after the column''s name';
