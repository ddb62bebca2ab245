-- SPDX-License-Identifier: MIT
-- Of the force of the caller: the review that is prepared, else the day of the week of its series, else a Wednesday.
create function data.next_review(after date) returns date
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select coalesce(
		(select min(r.meets_on) from data.review r where r.force = data.my_force() and r.state = 'prepared' and r.meets_on > after),
		after + 1 + mod(7 + coalesce((select s.weekday from data.review_series s where s.force = data.my_force() order by s.name limit 1), 3)
			- extract(isodow from after + 1)::int, 7))
$$;
comment on function data.next_review(date) is 'The day of the next weekly review after a day';
