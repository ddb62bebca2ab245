-- SPDX-License-Identifier: MIT
-- Where the meeting is: what the consoles that follow the chair look at. It changes with every key of the
-- chair, and is no part of what is frozen.
create table data.review_place (
	review_id uuid primary key references data.review,
	item_id uuid,
	moved_at timestamptz not null default clock_timestamp(),
	moved_by text collate "C" not null default session_user
);
comment on table data.review_place is 'The item that a meeting is at';
comment on column data.review_place.review_id is 'Review';
comment on column data.review_place.item_id is 'Item on the table; null before the first';
comment on column data.review_place.moved_at is 'Real time of the move';
comment on column data.review_place.moved_by is 'Login that moved it';
