-- SPDX-License-Identifier: MIT
-- How many lines of a force's grid stood on each day of each score at two moments, and how many before them: all of a
-- rank but the place within the day. Today's tallies are taken back by what changed since; where that is more than
-- the grid, the versions of the moments are counted in its place. Sums of int stay bigint, which is quicker than numeric.
create function data.rank_days(p_force text, p_from timestamptz, p_to timestamptz, p_few int default 200000)
returns table (sort_score int, sort_seen int, before_then bigint, n_then int, before_now bigint, n_now int)
language plpgsql stable security definer rows 50000
set plan_cache_mode = force_custom_plan
set work_mem = '64MB'
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	few boolean := (select count(*) from (select from data.line l where l.valid_from > p_from limit p_few + 1) x) <= p_few;
begin
	return query
	with d as (
		select t.sort_score, t.sort_seen, t.n as then, t.n as now from data.rank_tally t where few and t.grid_part in (p_force, '')
		union all
		select l.sort_score, l.sort_seen, -1, -(l.valid_from > p_to)::int
		from data.line l where few and l.valid_from > p_from and l.is_open and l.score is not null and l.grid_part in (p_force, '')
		union all
		select h.sort_score, h.sort_seen, 1, 0
		from data.line_history h where few and upper(h.during) > p_from and h.during @> p_from and h.is_open and h.score is not null and h.grid_part in (p_force, '')
		union all
		select h.sort_score, h.sort_seen, 0, 1
		from data.line_history h where few and upper(h.during) > p_to and h.during @> p_to and h.is_open and h.score is not null and h.grid_part in (p_force, '')
		union all
		select l.sort_score, l.sort_seen, (l.valid_from <= p_from)::int, (l.valid_from <= p_to)::int
		from data.line l where not few and l.is_open and l.sort_score <= 0 and l.grid_part in (p_force, '')
		union all
		select h.sort_score, h.sort_seen, (h.during @> p_from)::int, (h.during @> p_to)::int
		from data.line_history h where not few and h.is_open and h.sort_score <= 0 and h.grid_part in (p_force, '') and h.during && tstzrange(p_from, p_to, '[]')
	), day as (
		select d.sort_score, d.sort_seen, sum(d.then)::int as then, sum(d.now)::int as now from d
		group by 1, 2 having sum(d.then) <> 0 or sum(d.now) <> 0
	)
	select y.sort_score, y.sort_seen, sum(y.then) over w - y.then, y.then, sum(y.now) over w - y.now, y.now
	from day y window w as (order by y.sort_score, y.sort_seen);
end
$$;
comment on function data.rank_days(text, timestamptz, timestamptz, int) is 'How many ranked lines stood on each day of each score at two moments, and how many before';
