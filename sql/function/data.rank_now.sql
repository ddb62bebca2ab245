-- SPDX-License-Identifier: MIT
create function data.rank_now(force text)
returns table (line_id uuid, rank bigint)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select l.line_id, row_number() over (order by l.sort_score, l.sort_seen, l.line_ref)
	from data.line l
	where l.is_open and l.sort_score <= 0 and l.grid_part in (rank_now.force, '')
$$;
comment on function data.rank_now(text) is 'Ranks on a force''s grid now, counted';
