-- SPDX-License-Identifier: MIT
-- The rows of an import of lines once they are known to be good: typed, in the vocabularies' own
-- spelling, side by side with the line that is there. Null stands for a column that the file has
-- not: what is there stays.
create unlogged table data.import_line (
	import_id uuid not null,
	line integer not null,
	line_ref text collate "C" not null,
	line_id uuid,
	name text not null,
	status text collate "C" not null,
	export_force text collate "C" not null,
	export_npu text collate "C",
	lro text collate "C",
	bulk_marketing boolean,
	first_seen date not null,
	last_seen date not null,
	aliases text[] collate "C",
	imports text[] collate "C",
	drugs text[] collate "C",
	group_refs text[] collate "C",
	numbers text[] collate "C",
	verdict text not null default 'same' check (verdict in ('new', 'changed', 'same')),
	primary key (import_id, line_ref)
);
comment on table data.import_line is 'Good rows of imports of lines under way';
comment on column data.import_line.import_id is 'The import';
comment on column data.import_line.line is 'Line of the file';
comment on column data.import_line.line_ref is 'Reference of the line';
comment on column data.import_line.line_id is 'The line that is there; a new key for a new one';
comment on column data.import_line.name is 'As in data.line';
comment on column data.import_line.status is 'As in data.line';
comment on column data.import_line.export_force is 'As in data.line';
comment on column data.import_line.export_npu is 'As in data.line; empty for none';
comment on column data.import_line.lro is 'As in data.line; empty for none';
comment on column data.import_line.bulk_marketing is 'As in data.line';
comment on column data.import_line.first_seen is 'As in data.line';
comment on column data.import_line.last_seen is 'As in data.line';
comment on column data.import_line.aliases is 'Other names, sorted';
comment on column data.import_line.imports is 'Areas, sorted';
comment on column data.import_line.drugs is 'Drugs, sorted';
comment on column data.import_line.group_refs is 'References of groups, sorted';
comment on column data.import_line.numbers is 'Telephone numbers, sorted; they are added, never taken away';
comment on column data.import_line.verdict is 'What the row does';
