-- SPDX-License-Identifier: MIT
create function data.rank_at(force text, moment timestamptz)
returns table (line_id uuid, rank bigint)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select v.line_id, row_number() over (order by v.sort_score, v.sort_seen, v.line_ref)
	from (
		select l.line_id, l.sort_score, l.sort_seen, l.line_ref, l.grid_part, l.is_open, l.score
		from data.line l where l.valid_from <= moment
		union all
		select h.line_id, h.sort_score, h.sort_seen, h.line_ref, h.grid_part, h.is_open, h.score
		from data.line_history h where h.during @> moment
	) v
	where v.is_open and v.score is not null and v.grid_part in (rank_at.force, '')
$$;
comment on function data.rank_at(text, timestamptz) is 'Ranks on a force''s grid as they stood then, counted';
