-- SPDX-License-Identifier: MIT
create function data.panel_months() returns table (n int, label text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select i + 1, to_char(s.from_day + make_interval(months => i), 'Mon')
	from data.panel_span() s cross join generate_series(0, 11) i
	where s.from_day + make_interval(months => i) <= s.to_day
$$;
comment on function data.panel_months() is 'The months of the financial year so far';
