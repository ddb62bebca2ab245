-- SPDX-License-Identifier: MIT
-- Without their lines' rights: who asks has taken the lines from data.line.
create function data.event_cells_of(ids uuid[], tally text, from_day date, to_day date)
returns table (day date, a text, b text, n bigint, x bigint, y bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.day, c.a, c.b, c.n, c.x, c.y
	from data.line l cross join lateral data.line_event_cells(l) c
	where l.line_id = any (ids) and c.tally = event_cells_of.tally and c.day between from_day and to_day
$$;
comment on function data.event_cells_of(uuid[], text, date, date) is 'What the events of some lines add to a tally';
