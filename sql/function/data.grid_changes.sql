-- SPDX-License-Identifier: MIT
-- The cost is that of what changed, not of the grid: ranks at the two moments are today's tallies, less what the
-- changed lines add to them today, plus what they added then.
create function data.grid_changes(p_force text, p_from timestamptz, p_to timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, was jsonb, now jsonb)
language plpgsql stable security definer rows 1000
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with cur as materialized (
		select l.* from data.line l where l.valid_from > p_from
	), ver as materialized (
		select 1 as side, c.line_id, data.line_cells_at(h) as cells, h.is_open, h.sort_score, h.sort_seen, h.line_ref, h.name,
			h.is_open and h.score is not null and h.grid_part in (p_force, '') as ranked, h.grid_part in (p_force, '') as ours
		from cur c join data.line_history h on h.line_id = c.line_id and h.during @> p_from
		union all
		select 2, c.line_id, data.line_cells_at(h), h.is_open, h.sort_score, h.sort_seen, h.line_ref, h.name,
			h.is_open and h.score is not null and h.grid_part in (p_force, ''), h.grid_part in (p_force, '')
		from cur c join data.line_history h on h.line_id = c.line_id and h.during @> p_to
		where c.valid_from > p_to and p_to < 'infinity'
		union all
		select 2, c.line_id, data.line_cells_at(row(tstzrange(null, null), c.*)::data.line_history), c.is_open, c.sort_score, c.sort_seen, c.line_ref, c.name,
			c.is_open and c.score is not null and c.grid_part in (p_force, ''), c.grid_part in (p_force, '')
		from cur c where c.valid_from <= p_to
	), weighed as (
		select s.side, v.line_id, v.sort_score, v.sort_seen, v.line_ref, 1 as weight, true as asked
		from (values (1), (2)) s (side) join ver v on v.side = s.side and v.ranked
		union all
		select s.side, c.line_id, c.sort_score, c.sort_seen, c.line_ref, -1, false
		from (values (1), (2)) s (side) cross join cur c where c.is_open and c.score is not null and c.grid_part in (p_force, '')
	), shifted as materialized (
		select w.*, coalesce(sum(w.weight) over (partition by w.side order by w.sort_score, w.sort_seen, w.line_ref
			groups between unbounded preceding and 1 preceding), 0) as shift
		from weighed w
	), score as materialized (
		select a.sort_score, (select coalesce(sum(s.n), 0) from data.rank_score s
			where s.grid_part in (p_force, '') and s.sort_score < a.sort_score) as before
		from (select distinct sort_score from shifted where asked) a
	), day as materialized (
		select a.sort_score, a.sort_seen, (select coalesce(sum(t.n), 0) from data.rank_tally t
			where t.grid_part in (p_force, '') and t.sort_score = a.sort_score and t.sort_seen < a.sort_seen) as before
		from (select distinct sort_score, sort_seen from shifted where asked) a
	), ranked as materialized (
		select x.side, x.line_id, (s.before + d.before + 1 + x.shift + (select count(*) from data.line l
			where l.is_open and l.sort_score = x.sort_score and l.sort_seen = x.sort_seen and l.line_ref < x.line_ref
				and l.grid_part in (p_force, '')))::bigint as rank
		from shifted x join score s using (sort_score) join day d using (sort_score, sort_seen)
		where x.asked
	), pair as (
		select c.line_id, a.cells as was, b.cells as now, coalesce(a.is_open and a.ours, false) as stood, coalesce(b.is_open and b.ours, false) as stands,
			ra.rank as rank_then, rb.rank as rank_now, coalesce(b.line_ref, a.line_ref) as line_ref, coalesce(b.name, a.name) as name
		from cur c
		left join ver a on a.side = 1 and a.line_id = c.line_id
		left join ver b on b.side = 2 and b.line_id = c.line_id
		left join ranked ra on ra.side = 1 and ra.line_id = c.line_id
		left join ranked rb on rb.side = 2 and rb.line_id = c.line_id
	)
	select p.line_id, p.line_ref, p.name,
		case when not p.stood then 'new' when not p.stands then 'gone' when p.rank_now < coalesce(p.rank_then, p.rank_now + 1) then 'up'
			when p.rank_now > p.rank_then then 'down' else 'changed' end,
		p.rank_then, p.rank_now, coalesce(p.was, '{}'), coalesce(p.now, '{}')
	from pair p
	where (p.stood or p.stands) and (p.was is distinct from p.now);
end
$$;
comment on function data.grid_changes(text, timestamptz, timestamptz) is 'Lines whose own cells changed between two moments, as they stood then and later, with their ranks';
