-- SPDX-License-Identifier: MIT
-- Scores before this one, days before this one in the same score, references before this one on the
-- same day: three short index ranges a line, whatever the size of the grid.
create function data.standing(force text, ids uuid[])
returns table (line_id uuid, rank bigint, change text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with parts as (
		select standing.force as grid_part union select ''
	), asked as materialized (
		select l.line_id, l.line_ref, l.sort_score, l.sort_seen,
			l.is_open and l.score is not null and l.grid_part in (standing.force, '') as ranked
		from data.line l where l.line_id = any (ids)
	), score as materialized (
		select a.sort_score, coalesce(sum(s.n), 0) as before
		from (select distinct sort_score from asked where ranked) a
		left join data.rank_score s on s.sort_score < a.sort_score
			and s.grid_part in (standing.force, '')
		group by a.sort_score
	), day as materialized (
		select a.sort_score, a.sort_seen, (
			select coalesce(sum(t.n), 0) from parts p
			join data.rank_tally t on t.grid_part = p.grid_part
				and t.sort_score = a.sort_score and t.sort_seen < a.sort_seen
		) as before
		from (select distinct sort_score, sort_seen from asked where ranked) a
	), counted as (
		select a.line_id, a.ranked, s.before + d.before + 1 + (
			select count(*) from data.line l
			where l.is_open and l.sort_score = a.sort_score and l.sort_seen = a.sort_seen
				and l.line_ref < a.line_ref and l.grid_part in (standing.force, '')
		) as rank
		from asked a
		left join score s using (sort_score)
		left join day d using (sort_score, sort_seen)
	)
	select c.line_id, r.rank, data.change_text(t.force is not null, w.rank, r.rank)
	from counted c
	cross join lateral (select case when c.ranked then c.rank::bigint end as rank) r
	left join data.week_turn t on t.force = standing.force
	left join data.week_rank w on w.force = standing.force and w.line_id = c.line_id
$$;
comment on function data.standing(text, uuid[]) is 'Rank and movement of lines on a force''s grid';
