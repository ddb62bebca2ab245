-- SPDX-License-Identifier: MIT
create function data.review_movers(p_force text, p_since timestamptz) returns table (line_id uuid, line_ref text, told text, far bigint)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select g.line_id, g.line_ref, array_to_string(array_remove(array[
			case when g.rank_now is distinct from g.rank_then then format('rank %s, was %s', coalesce(g.rank_now::text, 'none'), coalesce(g.rank_then::text, 'none')) end,
			case when g.now ->> 'score' is distinct from g.was ->> 'score'
				then format('score %s, was %s', coalesce(g.now ->> 'score', 'none'), coalesce(g.was ->> 'score', 'none')) end,
			case when g.now ->> 'status' <> g.was ->> 'status' then format('%s, was %s', g.now ->> 'status', g.was ->> 'status') end,
			case when g.now ->> 'export_npu' is distinct from g.was ->> 'export_npu'
				then format('run from %s, was %s', coalesce(g.now ->> 'export_npu', 'nowhere known'), coalesce(g.was ->> 'export_npu', 'nowhere known')) end], null), '; '),
		coalesce(abs(g.rank_now - g.rank_then), 0) + case when g.now ->> 'score' is distinct from g.was ->> 'score' then 1000 else 0 end
	from data.grid_changes(p_force, p_since, 'infinity') g
	join data.line l using (line_id)
	where l.holder_force = p_force and l.is_open and g.how in ('up', 'down', 'changed')
		and ((g.was -> 'score', g.was -> 'status', g.was -> 'export_npu') is distinct from (g.now -> 'score', g.now -> 'status', g.now -> 'export_npu')
			or abs(g.rank_now - g.rank_then) >= 3)
$$;
comment on function data.review_movers(text, timestamptz) is 'Open lines of a force whose score, status or unit changed since a moment, or whose rank moved by three or more';
