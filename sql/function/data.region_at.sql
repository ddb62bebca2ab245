-- SPDX-License-Identifier: MIT
-- Of each force as many as of all are asked for, so that the first of all are among them.
create function data.region_at(p_region text, p_week text, at_most int)
returns table (place bigint, rank bigint, line data.line_history)
language sql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
	select row_number() over w, case when h.score is not null then count(h.score) over (w rows unbounded preceding) end, h::data.line_history
	from ref.force f
	cross join lateral data.shared_at(f.code, data.week_moment(f.code, p_week), at_most) h
	where f.region = p_region
	window w as (order by h.sort_score, h.sort_seen, h.line_ref)
	order by h.sort_score, h.sort_seen, h.line_ref
	limit at_most
$$;
comment on function data.region_at(text, text, int) is 'The first lines of a region''s grid: what its forces share, ranked together, each as at its own week';
