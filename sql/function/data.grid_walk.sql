-- SPDX-License-Identifier: MIT
-- One walk along the indexes of ranked lines, today's and that of past versions side by side, until enough is found
-- that somebody sees: all that it passes are counted, since a rank counts those not seen, too. Where few lines stood,
-- those few are sorted in place of a walk that would look long for them. The planner thinks that a count over the
-- grid reads all of it, and would sort: that the walk ends early it cannot know.
create function data.grid_walk(p_force text, moment timestamptz, at_most int, me data.staff, few int default 5000)
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set plan_cache_mode = force_custom_plan
set enable_sort = off
set enable_seqscan = off
set enable_bitmapscan = off
set max_parallel_workers_per_gather = 0
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	early boolean := (select count(*) from (select from data.line_history h where lower(h.during) <= moment limit few + 1) x) <= few
		and (select count(*) from (select from data.line l where l.valid_from <= moment limit few + 1) x) <= few;
begin
	return query
	with standing as (
		(select l.line_id, l.sort_score, l.sort_seen, l.line_ref, l.grid_part, true as still
		from data.line l where not early and l.is_open and l.valid_from <= moment
		order by l.sort_score, l.sort_seen, l.line_ref)
		union all
		(select h.line_id, h.sort_score, h.sort_seen, h.line_ref, h.grid_part, false
		from data.line_history h where not early and h.is_open and h.during @> moment
		order by h.sort_score, h.sort_seen, h.line_ref)
		union all
		(select x.line_id, x.sort_score, x.sort_seen, x.line_ref, x.grid_part, true
		from (select l.* from data.line l where early and l.valid_from <= moment offset 0) x where x.is_open
		order by x.sort_score, x.sort_seen, x.line_ref)
		union all
		(select x.line_id, x.sort_score, x.sort_seen, x.line_ref, x.grid_part, false
		from (select h.* from data.line_history h where early and lower(h.during) <= moment offset 0) x where x.is_open and x.during @> moment
		order by x.sort_score, x.sort_seen, x.line_ref)
	), counted as (
		select s.*, count(*) filter (where s.sort_score <= 0 and s.grid_part in (p_force, ''))
			over (order by s.sort_score, s.sort_seen, s.line_ref rows unbounded preceding) as nth
		from standing s
	), page as materialized (
		select c.* from counted c join data.line l using (line_id)
		where data.seen_by(l, me)
		order by c.sort_score, c.sort_seen, c.line_ref limit at_most
	)
	select row_number() over (order by p.sort_score, p.sort_seen, p.line_ref), case when p.sort_score <= 0 and p.grid_part in (p_force, '') then p.nth end,
		case when p.still then (select row(null, l.*)::data.line_history from data.line l where l.line_id = p.line_id)
			else (select h from data.line_history h where h.line_id = p.line_id and lower(h.during) <= moment and h.during @> moment limit 1) end
	from page p
	order by 1;
end
$$;
comment on function data.grid_walk(text, timestamptz, int, data.staff, int) is 'The first open lines of the grid as it stood then, of those that somebody sees';
