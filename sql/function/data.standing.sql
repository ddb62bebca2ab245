-- SPDX-License-Identifier: MIT
-- Scores before this one, days before this one in the same score, references before this one on the
-- same day: three short index ranges a line, whatever the size of the grid. In plpgsql, whose plan is
-- kept for the session, since planning costs as much as counting.
create function data.standing(force text, ids uuid[])
returns table (line_id uuid, rank bigint, change text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	with asked as materialized (
		select l.line_id, l.line_ref, l.sort_score, l.sort_seen,
			l.is_open and l.score is not null and l.grid_part in (standing.force, '') as ranked
		from data.line l where l.line_id = any (ids)
	), score as materialized (
		select a.sort_score, (
			select coalesce(sum(s.n), 0) from data.rank_score s
			where s.grid_part in (standing.force, '') and s.sort_score < a.sort_score
		) as before
		from (select distinct sort_score from asked where ranked) a
	), day as materialized (
		select a.sort_score, a.sort_seen, (
			select coalesce(sum(t.n), 0) from data.rank_tally t
			where t.grid_part in (standing.force, '') and t.sort_score = a.sort_score and t.sort_seen < a.sort_seen
		) as before
		from (select distinct sort_score, sort_seen from asked where ranked) a
	), counted as materialized (
		select a.line_id, s.before + d.before + 1 + (
			select count(*) from data.line l
			where l.is_open and l.sort_score = a.sort_score and l.sort_seen = a.sort_seen
				and l.line_ref < a.line_ref and l.grid_part in (standing.force, '')
		) as rank
		from asked a
		join score s using (sort_score)
		join day d using (sort_score, sort_seen)
		where a.ranked
	)
	select a.line_id, c.rank, data.change_text(t.force is not null, w.rank, c.rank)
	from asked a
	left join counted c using (line_id)
	left join data.week_turn t on t.force = standing.force
	left join data.week_rank w on w.force = standing.force and w.line_id = a.line_id;
end
$$;
comment on function data.standing(text, uuid[]) is 'Rank and movement of lines on a force''s grid';
