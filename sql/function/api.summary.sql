-- SPDX-License-Identifier: MIT
-- From the tallies, whatever the number of lines: fifty consoles ask at once. The few lines the tallies cannot tell
-- of are looked at one by one.
create function api.summary()
returns table (kind text, code text, label text, n bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with k as materialized (
		select * from ref.clock
	), extra as materialized (
		select l.band, l.overdue_taskings as late, greatest(l.last_seen, l.last_review) as heard, l.created_at
		from data.place_extra() e join data.line l using (line_id) where not e.in_sums and l.is_open
	), counted as materialized (
		select x.band, sum(x.n) as n, sum(x.overdue) as overdue, sum(x.late) as late
		from (
			select nullif(t.a, '') as band, t.n, t.x as overdue, t.y as late from data.tally_seen('lines') t
			union all
			select e.band, 1, (e.late > 0)::int, e.late from extra e
		) x
		group by 1
	), fresh as (
		select (select coalesce(sum(t.n), 0) from k cross join lateral data.tally_seen('heard', k.stale_before) t)
			+ (select count(*) from extra e cross join k where e.heard >= k.stale_before) as n
	), young as (
		select (select coalesce(sum(t.n), 0) from k cross join lateral data.tally_seen('born', data.day_of(k.week_start)) t)
			+ (select count(*) from extra e cross join k where e.created_at >= k.week_start) as n
	)
	select x.kind, x.code, x.label, x.n::bigint from (
		select 1 as part, b.position, 'band' as kind, b.code, b.label, coalesce(c.n, 0) as n
		from ref.band b left join counted c on c.band = b.code
		union all select 2, 0, 'unscored', '', 'No score', coalesce(sum(n), 0) from counted where band is null
		union all select 3, 0, 'open', '', 'Open lines', coalesce(sum(n), 0) from counted
		union all select 4, 0, 'overdue', '', 'Lines with late taskings', coalesce(sum(overdue), 0) from counted
		union all select 5, 0, 'stale', '', 'Stale lines', coalesce(sum(n), 0) - (select n from fresh) from counted
		union all select 6, 0, 'new', '', 'New this week', (select n from young)
		union all select 7, 0, 'late_taskings', '', 'Late taskings', coalesce(sum(late), 0) from counted
	) x
	order by x.part, x.position
$$;
comment on function api.summary() is 'Counts over the open lines the caller may see';
