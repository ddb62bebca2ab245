-- SPDX-License-Identifier: MIT
create function api.summary()
returns table (kind text, code text, label text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with c as materialized (
		select * from ref.clock -- once, not a line
	), counted as (
		select l.band, count(*) as n, count(*) filter (where l.overdue_taskings > 0) as overdue,
			count(*) filter (where coalesce(greatest(l.last_seen, l.last_review) < c.stale_before, true)) as stale,
			count(*) filter (where l.created_at >= c.week_start) as new,
			sum(l.overdue_taskings) as late
		from data.line l cross join c
		where l.is_open
		group by l.band
	)
	select x.kind, x.code, x.label, x.n from (
		select 1 as part, b.position, 'band' as kind, b.code, b.label, coalesce(c.n, 0) as n
		from ref.band b left join counted c on c.band = b.code
		union all select 2, 0, 'unscored', '', 'No score', coalesce(sum(n), 0) from counted where band is null
		union all select 3, 0, 'open', '', 'Open lines', coalesce(sum(n), 0) from counted
		union all select 4, 0, 'overdue', '', 'Lines with late taskings', coalesce(sum(overdue), 0) from counted
		union all select 5, 0, 'stale', '', 'Stale lines', coalesce(sum(stale), 0) from counted
		union all select 6, 0, 'new', '', 'New this week', coalesce(sum(new), 0) from counted
		union all select 7, 0, 'late_taskings', '', 'Late taskings', coalesce(sum(late), 0) from counted
	) x
	order by x.part, x.position
$$;
comment on function api.summary() is 'Counts over the open lines the caller may see';
