-- SPDX-License-Identifier: MIT
create function api.moved()
returns table (line_id uuid, rank bigint, rank_then bigint, moved bigint, change text)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select m.line_id, m.rank, m.rank_then, m.rank_then - m.rank, m.change
	from data.moved(data.my_force()) m
	where m.line_id in (select l.line_id from data.line l)
$$;
comment on function api.moved() is 'What api.movement shows';
