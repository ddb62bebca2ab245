-- SPDX-License-Identifier: MIT
-- From the tally come the lines as they stand, by the week they were recorded in. Of those that changed since a
-- moment what they were then counts in place of what they are: it begins to at one moment and ends at another, so
-- the changes are summed up once and run through. The week of a line is worked out in place: a call a line is dear.
create function api.dashboard_bands()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	with moment as materialized (
		select w.n, w.label, w.at, data.week_of(w.at) as week from data.panel_weeks() w
	), standing as materialized (
		select c.band, c.born, sum(c.n) as lines from data.place_sums() c where c.area = '' group by 1, 2
		union all
		select c.band, c.born, c.n
		from data.place_extra() e join data.line l using (line_id) cross join lateral data.place_cells(l) c
		where not e.in_sums and c.area = ''
	), changed as materialized (
		select v.after, v.until, case when v.is_open then coalesce(v.band, '') end as was,
			case when l.is_open then coalesce(l.band, '') end as is, date_trunc('week', l.created_at at time zone 'Europe/London')::date as born, count(*) as lines
		from data.panel_versions() v join data.line l using (line_id)
		group by 1, 2, 3, 4, 5
	), counted as (
		select m.n, s.band, s.lines from moment m join standing s on s.born <= m.week
		union all
		select m.n, c.was, c.lines from changed c join moment m on m.n > c.after and m.n <= c.until where c.was is not null
		union all
		select m.n, c.is, -c.lines from changed c join moment m on m.n > c.after and m.n <= c.until
		where c.is is not null and c.born <= m.week
	)
	select m.label, b.label, coalesce(sum(c.lines), 0)::bigint, null
	from moment m
	cross join (select code, label, position from ref.band union all select '', 'No score', 1000) b
	left join counted c on c.n = m.n and c.band = b.code
	group by m.n, m.label, b.label, b.position
	order by m.n, b.position
$$;
comment on function api.dashboard_bands() is 'Open lines the caller sees by band, as they stood at the end of eleven Sundays and now';
