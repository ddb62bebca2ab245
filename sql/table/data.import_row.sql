-- SPDX-License-Identifier: MIT
-- The rows of an import under way, as they stood in the file. Emptied when it ends; unlogged, since
-- nothing of it outlives its transaction.
create unlogged table data.import_row (
	import_id uuid not null,
	line integer not null check (line > 0),
	cells jsonb,
	primary key (import_id, line)
);
comment on table data.import_row is 'Rows of imports under way';
comment on column data.import_row.import_id is 'The import';
comment on column data.import_row.line is 'Line of the file where the row begins';
comment on column data.import_row.cells is 'Column name to text; null if the client could not read the row';
