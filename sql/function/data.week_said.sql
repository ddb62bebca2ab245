-- SPDX-License-Identifier: MIT
create function data.week_said(p_week text) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(
		(select 'as the review of ' || r.meets_on || ' froze it' from data.review r
			where r.week = p_week and r.frozen_at is not null and r.force = data.my_force() order by r.frozen_at limit 1),
		case when data.day_start(data.week_day(p_week) + 7) > c.at then 'as it stands now' else 'as the week ended' end)
	from ref.clock c
$$;
comment on function data.week_said(text) is 'What moment a week stands for in the caller''s force, in words';
