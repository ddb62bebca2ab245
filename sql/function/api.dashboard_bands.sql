-- SPDX-License-Identifier: MIT
-- What stood at the end of a day is what stands, less what came after it: the tallies hold both. Of the few lines
-- they cannot tell of, each version is looked at.
create function api.dashboard_bands()
returns table (series text, label text, value bigint, note text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with moment as materialized (
		select w.n, w.label, w.at, data.day_of(w.at) as day from data.panel_weeks() w
	), standing as materialized (
		select t.a as band, sum(t.n) as lines from data.tally_seen('lines') t group by 1
	), came as materialized (
		select t.a as band, t.day, sum(t.n) as lines
		from data.tally_seen('stood', (select min(m.day) + 1 from moment m)) t group by 1, 2
	), extra as materialized (
		select l.line_id, l.is_open, l.band, l.valid_from from data.place_extra() e join data.line l using (line_id) where not e.in_sums
	), counted as (
		select m.n, s.band, s.lines from moment m cross join standing s
		union all
		select m.n, c.band, -c.lines from came c join moment m on c.day > m.day
		union all
		select m.n, coalesce(e.band, ''), 1 from extra e join moment m on e.valid_from <= m.at where e.is_open
		union all
		select m.n, coalesce(v.band, ''), 1
		from data.line_versions(array(select e.line_id from extra e)) v join moment m on v.from_at <= m.at and v.to_at > m.at
		where v.is_open
	)
	select m.label, b.label, coalesce(sum(c.lines), 0)::bigint, null
	from moment m
	cross join (select code, label, position from ref.band union all select '', 'No score', 1000) b
	left join counted c on c.n = m.n and c.band = b.code
	group by m.n, m.label, b.label, b.position
	order by m.n, b.position
$$;
comment on function api.dashboard_bands() is 'Open lines the caller sees by band, as they stood at the end of eleven Sundays and now';
