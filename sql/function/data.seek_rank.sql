-- SPDX-License-Identifier: MIT
create function data.seek_rank(force text, wanted bigint)
returns table (sort_score int, sort_seen int, line_ref text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with score as (
		select s.sort_score, sum(sum(s.n)) over (order by s.sort_score) - sum(s.n) as before, sum(s.n) as n
		from data.rank_score s where s.grid_part in (seek_rank.force, '')
		group by s.sort_score
	), day as (
		-- Lateral, so that the tally is read for that one score and not for all.
		select d.sort_score, d.sort_seen, c.before + d.before as before, d.n
		from (select * from score where before < wanted and wanted <= before + n) c
		cross join lateral (
			select t.sort_score, t.sort_seen, sum(sum(t.n)) over (order by t.sort_seen) - sum(t.n) as before,
				sum(t.n) as n
			from data.rank_tally t
			where t.sort_score = c.sort_score and t.grid_part in (seek_rank.force, '')
			group by t.sort_score, t.sort_seen
		) d
	)
	select d.sort_score, d.sort_seen, l.line_ref
	from (select * from day where before < wanted and wanted <= before + n) d
	cross join lateral (
		select l.line_ref from data.line l
		where l.is_open and l.sort_score = d.sort_score and l.sort_seen = d.sort_seen
			and l.grid_part in (seek_rank.force, '')
		order by l.line_ref offset wanted - d.before - 1 limit 1
	) l
$$;
comment on function data.seek_rank(text, bigint) is 'Where on a force''s grid a rank stands';
