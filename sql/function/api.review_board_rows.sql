-- SPDX-License-Identifier: MIT
create function api.review_board_rows(week text, figure text default null, at_most int default 10000)
returns table (n bigint, id text, label text, how text, ref text, line_id uuid, line_ref text, on_day date, unit text, what text,
	change numeric, base_change numeric)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over (order by r.position, r.on_day, r.ref, r.unit), r.id, r.label, r.how, case when x.seen then r.ref else '' end, l.line_id, coalesce(l.line_ref, ''), r.on_day,
		r.unit, case when x.seen then r.what else 'of a line you may not see' end, r.change, r.base_change
	from data.review_board_rows(week, figure) r
	left join data.line l on l.line_id = r.line_id
	cross join lateral (select r.line_id is null or l.line_id is not null as seen) x
	order by 1
	limit at_most
$$;
comment on function api.review_board_rows(text, text, int) is 'The records that make the difference between a frozen figure and the same counted now';
