-- SPDX-License-Identifier: MIT
-- A view, since a function's own rights would be asked of every user of a list view.
create view ref.clock as
	select c.at, c.at::date as today, date_trunc('week', c.at) as week_start,
		c.at::date - s.stale_days as stale_before
	from ref.setting s
	cross join lateral (select coalesce(s.training_base + (now() - s.training_started), now()) as at) c;
comment on view ref.clock is 'The business clock: the training clock where one runs, else now';
comment on column ref.clock.at is 'Now';
comment on column ref.clock.today is 'The day';
comment on column ref.clock.week_start is 'Monday 00:00 of the ISO week';
comment on column ref.clock.stale_before is 'Nothing heard since before this day: stale';
