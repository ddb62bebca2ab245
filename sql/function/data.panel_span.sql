-- SPDX-License-Identifier: MIT
create function data.panel_span(out from_day date, out to_day date, out known timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (date_trunc('year', c.today - interval '3 months') + interval '3 months')::date, c.today, data.known_at(c.today)
	from ref.clock c
$$;
comment on function data.panel_span() is 'The financial year so far, and what is known by the end of today';
