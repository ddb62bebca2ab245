-- SPDX-License-Identifier: MIT
-- Where lines that did not change stand depends on those that did alone. Of these it is known how many of the others
-- stood above each, then and now; so a line with u of the others above it has u + 1 lines above or level, and those
-- changed ones besides that have u of the others or fewer above them. The grid itself is walked for the page only.
create function data.grid_overtaken(p_force text, p_from timestamptz, p_to timestamptz, at_most int)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, in_all bigint, furthest bigint)
language plpgsql stable security definer rows 300
set search_path = pg_catalog, pg_temp
as $$
declare
	changed uuid[];
	places bigint[];   -- ranks now of lines that changed
	above_then bigint[]; -- how many of the others stood above each
	above_now bigint[];
	others bigint;
	moved bigint;
	most bigint;
begin
	with c as materialized (
		select distinct g.line_id, g.rank_then, g.rank_now from data.grid_changes(p_force, p_from, p_to) g
	)
	select array(select c.line_id from c), array(select c.rank_now from c where c.rank_now is not null order by 1),
		array(select c.rank_then - row_number() over (order by c.rank_then) from c where c.rank_then is not null order by 1),
		array(select c.rank_now - row_number() over (order by c.rank_now) from c where c.rank_now is not null order by 1)
	into changed, places, above_then, above_now;
	others := (select coalesce(sum(s.n), 0) from data.rank_score s where s.grid_part in (p_force, '') and s.sort_score <= 0)
		- (select count(*) from data.line l where l.valid_from > p_to and l.is_open and l.score is not null and l.grid_part in (p_force, ''))
		+ (select count(*) from data.line_history h where upper(h.during) > p_to and h.during @> p_to and h.is_open and h.score is not null
			and h.grid_part in (p_force, ''))
		- cardinality(places);
	select coalesce(sum(y.upto - y.u) filter (where y.by <> 0), 0), coalesce(max(abs(y.by)), 0) into moved, most
	from (
		select x.u, least(lead(x.u, 1, others) over (order by x.u), others) as upto, sum(x.by) over (order by x.u) as by
		from (select e.u, sum(e.by) as by from (select unnest(above_then) as u, 1 as by union all select unnest(above_now), -1) e group by e.u) x
	) y
	where y.upto > y.u;
	return query
	select (g.line).line_id, (g.line).line_ref, (g.line).name, case when g.rank < r.was then 'up' else 'down' end, r.was, g.rank, moved, most
	from data.grid_at(p_force, p_to, at_most) g
	cross join lateral (select g.rank - 1 - width_bucket(g.rank - 1, places) as u) p
	cross join lateral (select p.u + 1 + width_bucket(p.u, above_then) as was) r
	where g.rank <> r.was and not (g.line).line_id = any (changed)
	order by g.place;
end
$$;
comment on function data.grid_overtaken(text, timestamptz, timestamptz, int) is 'Lines that did not change between two moments and yet moved: of the first of the grid, with how many there are in all';
