-- SPDX-License-Identifier: MIT
-- In the time of the force, whatever the session's.
create view ref.clock as
	select now() + s.shift as at, ((now() + s.shift) at time zone 'Europe/London')::date as today,
		date_trunc('week', now() + s.shift, 'Europe/London') as week_start,
		((now() + s.shift) at time zone 'Europe/London')::date - s.stale_days as stale_before
	from ref.setting s;
comment on view ref.clock is 'The business clock: the training clock where one runs, else now';
comment on column ref.clock.at is 'Now';
comment on column ref.clock.today is 'The day';
comment on column ref.clock.week_start is 'Monday 00:00 of the ISO week';
comment on column ref.clock.stale_before is 'Nothing heard since before this day: stale';
