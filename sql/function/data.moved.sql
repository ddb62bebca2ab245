-- SPDX-License-Identifier: MIT
create function data.moved(force text)
returns table (line_id uuid, rank bigint, rank_then bigint, change text)
language sql stable security definer rows 100000
set search_path = pg_catalog, pg_temp
set work_mem = '64MB'
as $$
	select r.line_id, r.rank, w.rank, data.change_text(t.force is not null, w.rank, r.rank)
	from data.rank_now(moved.force) r
	left join data.week_turn t on t.force = moved.force
	left join data.week_rank w on w.force = moved.force and w.line_id = r.line_id
$$;
comment on function data.moved(text) is 'Ranks on a force''s grid now and at the week''s start, counted';
