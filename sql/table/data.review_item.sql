-- SPDX-License-Identifier: MIT
-- One line, one item, whatever the number of reasons: why has a line a reason.
create table data.review_item (
	item_id uuid primary key default gen_random_uuid(),
	review_id uuid not null references data.review,
	position int not null check (position > 0),
	kind text collate "C" not null references ref.review_kind,
	line_id uuid references data.line,
	group_id uuid references data.crime_group,
	subject text not null default '',
	why text[] not null check (cardinality(why) > 0),
	added_by text collate "C",
	carried_from uuid references data.review_item,
	carried int not null default 0,
	state text collate "C" not null default 'open' check (state in ('open', 'decided', 'deferred')),
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	check (num_nonnulls(line_id, group_id, nullif(subject, '')) > 0)
);
create index review_item_review on data.review_item (review_id, position);
create unique index review_item_line on data.review_item (review_id, line_id) where line_id is not null and added_by is null;
create index review_item_of_line on data.review_item (line_id) where line_id is not null;
comment on table data.review_item is 'Agendas: what is looked at, and why';
comment on column data.review_item.item_id is 'Identity';
comment on column data.review_item.review_id is 'Review';
comment on column data.review_item.position is 'Place on the agenda';
comment on column data.review_item.kind is 'The first of its reasons, ref.review_kind';
comment on column data.review_item.line_id is 'Line it is about';
comment on column data.review_item.group_id is 'Group it is about';
comment on column data.review_item.subject is 'What it is about where it is neither, or beside it';
comment on column data.review_item.why is 'Reasons it is on the agenda, in words';
comment on column data.review_item.added_by is 'Login that added it; null where the agenda built itself';
comment on column data.review_item.carried_from is 'Item of the review before that was deferred';
comment on column data.review_item.carried is 'Times it was deferred';
comment on column data.review_item.state is 'open, decided or deferred';
comment on column data.review_item.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.review_item.changed_by is 'Login of the last change';
