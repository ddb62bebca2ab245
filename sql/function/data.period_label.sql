-- SPDX-License-Identifier: MIT
create function data.period_label(kind text, from_day date, to_day date) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case kind
		when 'year' then to_char(from_day, 'YYYY')
		when 'financial-year' then to_char(from_day, 'YYYY') || '/' || to_char(to_day, 'YY')
		when 'quarter' then format('%s-Q%s', extract(year from from_day - interval '3 months'),
			extract(quarter from from_day - interval '3 months'))
		when 'half-year' then format('%s-H%s', to_char(from_day, 'YYYY'), case when extract(month from from_day) = 1 then 1 else 2 end)
		when 'month' then to_char(from_day, 'YYYY-MM')
		when 'week' then to_char(from_day, 'IYYY-"W"IW')
		when 'twelve-months' then '12m-' || to_char(to_day, 'YYYY-MM')
		when 'months' then to_char(from_day, 'YYYY-MM') || '..' || to_char(to_day, 'YYYY-MM')
		else case when from_day = to_day then from_day::text else from_day || '..' || to_day end end
$$;
comment on function data.period_label(text, date, date) is 'The name of a period, as data.period reads it';
