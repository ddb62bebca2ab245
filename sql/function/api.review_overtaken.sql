-- SPDX-License-Identifier: MIT
create function api.review_overtaken(from_week text, to_week text, at_most int default 300)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, in_all bigint, furthest bigint)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select l.line_id, g.line_ref, g.name, g.how, g.rank_then, g.rank_now, g.in_all, g.furthest
	from data.grid_overtaken(data.my_force(), api.review_moment(from_week), api.review_moment(to_week), least(greatest(at_most, 1), 2000)) g
	join data.line l using (line_id)
	order by g.rank_now
$$;
comment on function api.review_overtaken(text, text, int) is 'Of the first lines of the grid those that moved from one week to another without a change of their own, past by those of api.review_changes; and how many there are in all';
