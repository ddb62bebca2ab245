-- SPDX-License-Identifier: MIT
create function api.standing(ids uuid[])
returns table (line_id uuid, rank bigint, change text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.line_id, s.rank, s.change
	from data.standing(data.my_force(), array(select l.line_id from data.line l where l.line_id = any (ids))) s
$$;
comment on function api.standing(uuid[]) is 'Rank and movement of lines the caller may see, on the grid of their force';
