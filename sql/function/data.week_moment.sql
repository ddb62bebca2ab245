-- SPDX-License-Identifier: MIT
-- Each force's own weeks: the freeze of its own review, else the end of the week, or now while it lasts.
create function data.week_moment(p_force text, p_week text) returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce((select min(r.frozen_at) from data.review r where r.week = p_week and r.force = p_force),
		least(data.day_start(data.week_day(p_week) + 7), (select c.at from ref.clock c)))
$$;
comment on function data.week_moment(text, text) is 'The moment that an ISO week stands for in a force';
