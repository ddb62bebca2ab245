-- SPDX-License-Identifier: MIT
create function api.seek_rank(rank bigint)
returns table (sort_score int, sort_seen int, line_ref text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select l.sort_score, l.sort_seen, l.line_ref
	from data.seek_rank(data.my_force(), greatest(seek_rank.rank, 1)) r
	cross join lateral (
		select l.sort_score, l.sort_seen, l.line_ref from data.line l
		where l.is_open and (l.sort_score, l.sort_seen, l.line_ref) >= (r.sort_score, r.sort_seen, r.line_ref)
		order by l.sort_score, l.sort_seen, l.line_ref limit 1
	) l
$$;
comment on function api.seek_rank(bigint) is 'Key of the first visible line at or after a rank; no row past the last';
