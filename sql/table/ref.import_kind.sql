-- SPDX-License-Identifier: MIT
-- What can be imported. A kind is rows here and in ref.import_column, and two functions:
-- data.import_check_KIND and data.import_apply_KIND.
create table ref.import_kind (
	kind text primary key,
	label text not null,
	position integer not null
);
comment on table ref.import_kind is 'Kinds of files that api.import_begin takes';
comment on column ref.import_kind.kind is 'What commands call it';
comment on column ref.import_kind.label is 'What one of its rows is to a person';
comment on column ref.import_kind.position is 'Order in lists';
