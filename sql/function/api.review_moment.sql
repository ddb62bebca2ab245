-- SPDX-License-Identifier: MIT
create function api.review_moment(week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when data.week_fault(week) is not null
			then (data.refuse('GL004', data.week_fault(week) || '.', 'Give an ISO week, like 2022-W52.'))::text::timestamptz
		when data.week_day(week) > (select c.today from ref.clock c)
			then (data.refuse('GL004', format('%s has not begun.', week), 'Give a week that has.'))::text::timestamptz
		else coalesce((select min(r.frozen_at) from data.review r where r.week = review_moment.week),
			least(data.day_start(data.week_day(week) + 7), (select c.at from ref.clock c))) end
$$;
comment on function api.review_moment(text) is 'The moment that a week stands for: the freeze of its review, else its end, or now where it is not over';
