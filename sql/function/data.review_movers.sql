-- SPDX-License-Identifier: MIT
-- The farthest, exactly: days give each rank but for the place within its day, so they bound how far a line moved;
-- places are counted only for those that may be among the first.
create function data.review_movers(p_force text, p_since timestamptz, at_most int)
returns table (line_id uuid, line_ref text, told text, far bigint)
language plpgsql stable security definer rows 20
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with was as materialized (
		select h.*, h as line from data.line_history h where upper(h.during) > p_since and h.during @> p_since
	), pair as materialized (
		select l.line_id, l.line_ref, l.score, l.status, l.export_npu, h.score as old_score, h.status as old_status, h.export_npu as old_npu,
			l.sort_score, l.sort_seen, h.sort_score as old_sort, h.sort_seen as old_seen, h.line_ref as old_ref,
			l.score is distinct from h.score as scored,
			(l.score, l.status, l.export_npu) is distinct from (h.score, h.status, h.export_npu) as differs
		from data.line l join was h using (line_id)
		where l.valid_from > p_since and l.is_open and l.holder_force = p_force and h.is_open and h.grid_part in (p_force, '')
			and ((l.score, l.status, l.export_npu, l.last_seen) is distinct from (h.score, h.status, h.export_npu, h.last_seen)
				or exists (select from data.cells_changed(h.line, row(null, l.*)::data.line_history)))
	), day as materialized (
		select * from data.rank_days(p_force, p_since, 'infinity')
	), bound as materialized (
		select p.*, n.before_now, o.before_then,
			greatest(0, n.before_now + 1 - o.before_then - o.n_then, o.before_then + 1 - n.before_now - n.n_now) as least,
			greatest(0, n.before_now + n.n_now - o.before_then - 1, o.before_then + o.n_then - n.before_now - 1) as most
		from pair p
		left join day n on p.score is not null and n.sort_score = p.sort_score and n.sort_seen = p.sort_seen
		left join day o on p.old_score is not null and o.sort_score = p.old_sort and o.sort_seen = p.old_seen
	), likely as materialized (
		select b.* from bound b
		where (b.differs or b.most >= 3) and b.most + case when b.scored then 1000 else 0 end >= coalesce((
			select x.least + case when x.scored then 1000 else 0 end from bound x where x.differs or x.least >= 3
			order by 1 desc offset at_most - 1 limit 1), 0)
	), placed as materialized (
		select k.*, k.before_now + 1 + (select count(*) from data.line l where l.is_open and l.sort_score = k.sort_score and l.sort_seen = k.sort_seen
				and l.line_ref < k.line_ref and l.grid_part in (p_force, '')) as rank_now,
			k.before_then + 1 + (select count(*) from data.line l where l.is_open and l.sort_score = k.old_sort and l.sort_seen = k.old_seen
				and l.line_ref < k.old_ref and l.grid_part in (p_force, '') and l.valid_from <= p_since)
			+ (select count(*) from was h where h.is_open and h.sort_score = k.old_sort and h.sort_seen = k.old_seen
				and h.line_ref < k.old_ref and h.grid_part in (p_force, '')) as rank_then
		from likely k
	), moved as (
		select m.*, coalesce(abs(m.rank_now - m.rank_then), 0) + case when m.scored then 1000 else 0 end as far
		from placed m where m.differs or abs(m.rank_now - m.rank_then) >= 3
	)
	select m.line_id, m.line_ref, array_to_string(array_remove(array[
			case when m.rank_now is distinct from m.rank_then then format('rank %s, was %s', coalesce(m.rank_now::text, 'none'), coalesce(m.rank_then::text, 'none')) end,
			case when m.scored then format('score %s, was %s', coalesce(m.score::text, 'none'), coalesce(m.old_score::text, 'none')) end,
			case when m.status <> m.old_status then format('%s, was %s', m.status, m.old_status) end,
			case when m.export_npu is distinct from m.old_npu
				then format('run from %s, was %s', coalesce(m.export_npu, 'nowhere known'), coalesce(m.old_npu, 'nowhere known')) end], null), '; '),
		m.far
	from moved m order by m.far desc, m.line_ref limit at_most;
end
$$;
comment on function data.review_movers(text, timestamptz, int) is 'Open lines of a force whose score, status or unit changed since a moment, or whose rank moved by three or more: the farthest first';
