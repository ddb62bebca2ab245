-- SPDX-License-Identifier: MIT
create table data.review_series (
	series_id uuid primary key default gen_random_uuid(),
	name text not null check (name <> ''),
	force text collate "C" not null references ref.force,
	weekday int not null check (weekday between 1 and 7),
	chair text collate "C" not null references data.staff,
	units text[] collate "C" not null default '{}',
	top_n int not null default 10 check (top_n between 0 and 50),
	most int not null default 20 check (most between 1 and 200),
	made_by text collate "C" not null default session_user
);
create unique index review_series_name on data.review_series (force, lower(name));
comment on table data.review_series is 'Meetings that come back every week; each makes its next';
comment on column data.review_series.series_id is 'Identity';
comment on column data.review_series.name is 'What the meeting is called';
comment on column data.review_series.force is 'Whose grid it is held on';
comment on column data.review_series.weekday is 'Day of the week it meets, Monday is 1';
comment on column data.review_series.chair is 'Login that chairs it unless a review says otherwise';
comment on column data.review_series.units is 'Units that come';
comment on column data.review_series.top_n is 'So many lines by threat are on every agenda';
comment on column data.review_series.most is 'Not more items than this for one reason';
comment on column data.review_series.made_by is 'Login that set it up';
