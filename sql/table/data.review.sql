-- SPDX-License-Identifier: MIT
-- One meeting. Closing freezes it: frozen_at is a business time after which, by data.frozen_until, nothing is
-- ever written as of before; frozen_hash covers what changed since the freeze before, and so, link by link,
-- everything.
create sequence data.frozen_until;
alter sequence data.frozen_until owner to gridline_owner;
comment on sequence data.frozen_until is 'Business time of the last freeze, in microseconds; seen by all at once, whatever their snapshot';
create table data.review (
	review_id uuid primary key default gen_random_uuid(),
	series_id uuid not null references data.review_series,
	force text collate "C" not null references ref.force,
	week text collate "C" not null check (week ~ '^[0-9]{4}-W[0-9]{2}$'),
	meets_on date not null,
	chair text collate "C" not null references data.staff,
	attendees text[] collate "C" not null default '{}',
	units text[] collate "C" not null default '{}',
	state text collate "C" not null default 'prepared' check (state in ('prepared', 'open', 'closed')),
	prepared_at timestamptz not null,
	prepared_by text collate "C" not null default session_user,
	opened_at timestamptz,
	opened_by text collate "C",
	closed_at timestamptz,
	closed_by text collate "C",
	since timestamptz not null,
	frozen_at timestamptz,
	frozen_after uuid references data.review,
	frozen_hash bytea check (length(frozen_hash) = 32),
	row_version int not null default 1,
	changed_by text collate "C" not null default session_user,
	unique (series_id, week),
	check (to_char(meets_on, 'IYYY-"W"IW') = week),
	check ((state = 'prepared') = (opened_at is null)),
	check ((opened_at is null) = (opened_by is null)),
	check ((state = 'closed') = (closed_at is not null)),
	check (num_nonnulls(closed_at, closed_by, frozen_at, frozen_hash) in (0, 4))
);
create unique index review_open on data.review (series_id) where state = 'open';
create unique index review_frozen on data.review (frozen_at) where frozen_at is not null;
create index review_week on data.review (force, week);
comment on table data.review is 'Weekly reviews: prepared, open, closed and then frozen';
comment on column data.review.review_id is 'Identity';
comment on column data.review.series_id is 'Series it belongs to';
comment on column data.review.force is 'Whose grid';
comment on column data.review.week is 'ISO week, like 2022-W52';
comment on column data.review.meets_on is 'Day of the meeting, in that week';
comment on column data.review.chair is 'Login that chairs it';
comment on column data.review.attendees is 'Logins that are there';
comment on column data.review.units is 'Units that are there';
comment on column data.review.state is 'prepared, open or closed';
comment on column data.review.prepared_at is 'Business time it was made';
comment on column data.review.prepared_by is 'Login that made it; that of the close where the series did';
comment on column data.review.opened_at is 'Business time the meeting began';
comment on column data.review.opened_by is 'Login that opened it';
comment on column data.review.closed_at is 'Business time the meeting ended';
comment on column data.review.closed_by is 'Login that closed it';
comment on column data.review.since is 'What changed is what changed since then: the freeze of the review before';
comment on column data.review.frozen_at is 'Business time as at which everything is frozen';
comment on column data.review.frozen_after is 'Review whose freeze came before this one';
comment on column data.review.frozen_hash is 'SHA-256 over that freezes hash and all that changed since';
comment on column data.review.row_version is 'Goes up with every change; a writer says which one they saw';
comment on column data.review.changed_by is 'Login of the last change';
