-- SPDX-License-Identifier: MIT
-- The same as the triggers count, from the records. Written out: a call a row would be dear.
create function data.tally_afresh() returns setof data.tally
language sql stable
set search_path = pg_catalog, pg_temp
set work_mem = '256MB'
as $$
	with line as (
		select l.line_id, l.holder_force, l.shared, l.restricted, coalesce(l.export_npu, '') as unit, coalesce(l.band, '') as band, l.export_force,
			coalesce(greatest(l.last_seen, l.last_review), '-infinity') as heard, (l.created_at at time zone 'Europe/London')::date as born,
			(l.valid_from at time zone 'Europe/London')::date as stood, l.overdue_taskings, l.is_open
		from data.line l
	), cell as (
		select 'lines' as tally, date '-infinity' as day, l.holder_force, l.shared, l.restricted, l.unit, l.band as a,
			l.export_force as b, '' as c, count(*) as n, count(*) filter (where l.overdue_taskings > 0) as x, sum(l.overdue_taskings) as y
		from line l where l.is_open group by 3, 4, 5, 6, 7, 8
		union all
		select 'heard', l.heard, l.holder_force, l.shared, l.restricted, l.unit, '', '', '', count(*), 0, 0
		from line l where l.is_open group by 2, 3, 4, 5, 6
		union all
		select 'born', l.born, l.holder_force, l.shared, l.restricted, l.unit, '', '', '', count(*), 0, 0
		from line l where l.is_open group by 2, 3, 4, 5, 6
		union all
		select 'stood', l.stood, l.holder_force, l.shared, l.restricted, l.unit, l.band, l.export_force, l.unit, count(*), 0, 0
		from line l where l.is_open group by 2, 3, 4, 5, 6, 7, 8
		union all
		select 'stood', d.day, coalesce(l.holder_force, ''), coalesce(l.shared, false), coalesce(l.restricted, false), coalesce(l.export_npu, ''),
			coalesce(h.band, ''), h.export_force, coalesce(h.export_npu, ''), sum(d.n), 0, 0
		from data.line_history h
		left join data.line l using (line_id)
		cross join lateral (values ((lower(h.during) at time zone 'Europe/London')::date, 1), ((upper(h.during) at time zone 'Europe/London')::date, -1)) d (day, n)
		where h.is_open
		group by 2, 3, 4, 5, 6, 7, 8, 9
		union all
		select e.tally, e.month, coalesce(l.holder_force, ''), coalesce(l.shared, e.line_id is null), coalesce(l.restricted, false),
			coalesce(l.export_npu, ''), e.a, e.b, '', sum(e.n), sum(e.x), sum(e.y)
		from (
			select 'arrests' as tally, date_trunc('month', x.on_day::timestamp)::date as month, x.line_id, '' as a, '' as b, 1 as n, 0 as x, 0 as y
			from data.arrest x where x.programme and x.voided_at is null
			union all
			select case when x.programme then 'disruptions' else 'disruptions_force' end, date_trunc('month', x.on_day::timestamp)::date, x.line_id, x.grade, x.four_p, 1, 0, 0
			from data.disruption x where x.voided_at is null
			union all
			select 'socex', date_trunc('month', x.on_day::timestamp)::date, x.line_id, '', '', x.arrested, x.arrested_drugs, x.trafficking_outcomes
			from data.disruption x where x.voided_at is null and not x.programme and x.arrested > 0
			union all
			select 'type1', date_trunc('month', x.on_day::timestamp)::date, x.line_id, '', '', 1, 0, 0
			from data.closure x where x.kind = 'type1' and x.state in ('provisional', 'verified')
		) e left join data.line l using (line_id)
		group by 1, 2, 3, 4, 5, 6, 7, 8
	)
	select c.tally, c.day, c.holder_force, c.shared, c.restricted, c.unit, c.a, c.b, c.c, sum(c.n)::bigint, sum(c.x)::bigint, sum(c.y)::bigint
	from cell c
	group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(c.n) <> 0 or sum(c.x) <> 0 or sum(c.y) <> 0
$$;
comment on function data.tally_afresh() is 'The tallies of lines and events, counted from the records';
