-- SPDX-License-Identifier: MIT
create function data.week_fault(p_week text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when p_week !~ '^[0-9]{4}-W[0-9]{2}$' then format('%s is no week; weeks are written like 2022-W52', data.import_quote(p_week))
		when data.week_day(p_week) is null then format('there is no week %s: %s has %s', p_week, left(p_week, 4),
			to_char(make_date(greatest(1, left(p_week, 4)::int), 12, 28), 'IW'))
	end
$$;
comment on function data.week_fault(text) is 'What is wrong with an ISO week; null if nothing is';
