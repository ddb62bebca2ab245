-- SPDX-License-Identifier: MIT
create table ref.setting (
	one boolean primary key default true check (one),
	training_base timestamptz,
	training_started timestamptz,
	shift interval not null generated always as
		(coalesce(make_interval(secs => extract(epoch from training_base - training_started)), '0')) stored,
	stale_days int not null default 28 check (stale_days > 0),
	search_bound int not null default 1000 check (search_bound > 0),
	justification text not null default 'required' check (justification in ('required', 'optional')),
	consult_minutes int not null default 10 check (consult_minutes between 1 and 60),
	check_back_days int not null default 28 check (check_back_days > 0),
	suppress_below int not null default 5 check (suppress_below > 0),
	review_days int not null default 84 check (review_days > 0),
	check ((training_base is null) = (training_started is null))
);
comment on table ref.setting is 'What a force may set; one row';
comment on column ref.setting.one is 'Keeps the table at one row';
comment on column ref.setting.training_base is 'Where the training clock started; null outside of training';
comment on column ref.setting.training_started is 'Real time at which it started';
comment on column ref.setting.shift is 'Business clock less real time, in seconds, so that no change of summer time bends it';
comment on column ref.setting.stale_days is 'A line without intelligence or review for more days than this is stale';
comment on column ref.setting.search_bound is 'Candidates a text search takes before it gives up for a walk';
comment on column ref.setting.justification is 'Whether a consultation must say why (s.62 as in force 2022)';
comment on column ref.setting.consult_minutes is 'How long a consultation opens its record';
comment on column ref.setting.check_back_days is 'A Type 1 outcome is checked back so many days after the line was closed';
comment on column ref.setting.suppress_below is 'Reports hide numbers of people from 1 up to this, and what would give them away; 1 hides none';
comment on column ref.setting.review_days is 'A line that was not reviewed for more days than this is overdue for review';
