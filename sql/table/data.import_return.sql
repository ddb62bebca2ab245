-- SPDX-License-Identifier: MIT
-- The rows of an import of returns whose cells are good: typed, in the vocabularies' own spelling.
create unlogged table data.import_return (
	import_id uuid not null,
	line integer not null,
	series text collate "C" not null,
	period_start date not null,
	period_end date not null,
	breakdown text collate "C" not null,
	category text not null,
	value numeric not null,
	source text not null,
	there uuid,
	verdict text not null default 'new' check (verdict in ('new', 'changed', 'same')),
	primary key (import_id, line)
);
comment on table data.import_return is 'Good rows of imports of returns under way';
comment on column data.import_return.import_id is 'The import';
comment on column data.import_return.line is 'Line of the file';
comment on column data.import_return.series is 'Series';
comment on column data.import_return.period_start is 'First day';
comment on column data.import_return.period_end is 'Last day';
comment on column data.import_return.breakdown is 'By what it is broken down; empty for the total';
comment on column data.import_return.category is 'The part; empty for the total';
comment on column data.import_return.value is 'The value';
comment on column data.import_return.source is 'Who handed it in, as what';
comment on column data.import_return.there is 'The version that stands';
comment on column data.import_return.verdict is 'What is to be done';
