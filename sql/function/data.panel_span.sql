-- SPDX-License-Identifier: MIT
-- What is recorded counts, by whatever clock it was entered, and whole months: nothing of a day to come is recorded.
create function data.panel_span(out from_day date, out to_day date, out known timestamptz, out upto date)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (date_trunc('year', c.today - interval '3 months') + interval '3 months')::date, c.today, timestamptz '9999-12-31',
		(date_trunc('month', c.today::timestamp) + interval '1 month')::date - 1
	from ref.clock c
$$;
comment on function data.panel_span() is 'The financial year so far, to which day its months are counted, and that all that is recorded is known';
