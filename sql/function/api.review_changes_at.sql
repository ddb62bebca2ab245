-- SPDX-License-Identifier: MIT
create function api.review_changes_at(from_at timestamptz, to_at timestamptz) returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with g as materialized (
		select * from data.grid_changes(data.my_force(), from_at, to_at)
	), seen as materialized (
		select l.line_id from (select distinct x.line_id from g x) d join data.line l using (line_id)
	)
	select g.*
	from g join seen using (line_id)
	order by case g.how when 'new' then 1 when 'up' then 2 when 'down' then 3 when 'changed' then 4 else 5 end,
		coalesce(g.rank_now, g.rank_then), g.line_ref, g.cell
$$;
comment on function api.review_changes_at(timestamptz, timestamptz) is 'What changed on the grid from one moment to another, a row a cell: how is new, up, down, changed or gone';
