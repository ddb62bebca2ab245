-- SPDX-License-Identifier: MIT
create view api.import_columns as
select c.kind, c.name, c.position, c.required, c.fillable, c.shape, c.vocabulary, c.max_length, k.label
  from ref.import_column c
  join ref.import_kind k on k.kind = c.kind;
comment on view api.import_columns is 'What can be imported and the columns of each kind';
comment on column api.import_columns.kind is 'The kind';
comment on column api.import_columns.name is 'Name in the header';
comment on column api.import_columns.position is 'Order within the kind';
comment on column api.import_columns.required is 'The header must have it';
comment on column api.import_columns.fillable is 'Its cells must not be empty';
comment on column api.import_columns.shape is 'What a cell looks like';
comment on column api.import_columns.vocabulary is 'Where its terms come from in api.terms';
comment on column api.import_columns.max_length is 'Characters a cell may have';
comment on column api.import_columns.label is 'What one row is to a person';
