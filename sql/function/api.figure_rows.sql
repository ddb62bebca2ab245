-- SPDX-License-Identifier: MIT
-- Joined to the lines under their policy: what belongs to a line the caller may not see is counted and not told.
-- Of returns on people small values are hidden, and the next greater ones until they tell of nobody.
create function api.figure_rows(id text, as_at date default null, period text default null, at_most int default 10000)
returns table (n bigint, ref text, line_id uuid, line_ref text, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over (order by r.on_day, r.ref), case when x.seen then r.ref else '' end, l.line_id, coalesce(l.line_ref, ''),
		r.on_day, r.unit, case when r.hidden then r.what || ': too few to be told' when x.seen then r.what else 'of a line you may not see' end,
		case when not r.hidden then r.counts end, r.base
	from data.figure_rows_of(id, data.figures_day(as_at), period) r
	left join data.line l on l.line_id = r.line_id
	cross join lateral (select r.line_id is null or l.line_id is not null as seen) x
	order by r.on_day, r.ref
	limit at_most
$$;
comment on function api.figure_rows(text, date, text, int) is 'The rows a figure counts; their counts add up to it, or over their base to a share';
