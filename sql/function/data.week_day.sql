-- SPDX-License-Identifier: MIT
-- 2020-W53 is a week, 2021-W53 is none: the first day must come back as the same week.
create function data.week_day(p_week text, p_day int default 1) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select d.day
	from (select to_date(p_week, 'IYYY-"W"IW') + p_day - 1 as day) d
	where p_week ~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$' and to_char(d.day, 'IYYY-"W"IW') = p_week
$$;
comment on function data.week_day(text, int) is 'A day of an ISO week, 1 its Monday; null where there is no such week';
