-- SPDX-License-Identifier: MIT
-- Joined to the lines under their policy: what belongs to a line the caller may not see is counted and not told.
create function api.figure_rows(id text, as_at date default null, period text default null, at_most int default 10000)
returns table (n bigint, ref text, line_id uuid, line_ref text, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over (order by r.on_day, r.ref), case when x.seen then r.ref else '' end, l.line_id, coalesce(l.line_ref, ''),
		r.on_day, r.unit, case when x.seen then r.what else 'of a line you may not see' end, r.counts, r.base
	from data.figure_rows_of(id, data.figures_day(as_at), period) r
	left join data.line l on l.line_id = r.line_id
	cross join lateral (select r.line_id is null or l.line_id is not null as seen) x
	order by r.on_day, r.ref
	limit at_most
$$;
comment on function api.figure_rows(text, date, text, int) is 'The rows a figure counts; their counts add up to it, or over their base to a share';
