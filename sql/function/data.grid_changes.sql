-- SPDX-License-Identifier: MIT
-- Versions that began between the moments and still stood at the later one, each beside the one that stood at the
-- first: two short walks by time. Ranks are what data.rank_days says of their days, and their place within the day,
-- counted along the indexes of ranked lines, today's and that of past versions.
create function data.grid_changes(p_force text, p_from timestamptz, p_to timestamptz)
returns table (line_id uuid, line_ref text, name text, how text, rank_then bigint, rank_now bigint, cell text, was text, now text)
language plpgsql stable security definer rows 1000
set plan_cache_mode = force_custom_plan
set work_mem = '64MB'
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with pair as materialized (
		select n.line_id, n.line, w as old
		from (
			select l.line_id, row(null, l.*)::data.line_history as line from data.line l where l.valid_from > p_from and l.valid_from <= p_to
			union all
			select h.line_id, h from data.line_history h where lower(h.during) > p_from and lower(h.during) <= p_to and h.during @> p_to
		) n
		left join data.line_history w on w.line_id = n.line_id and upper(w.during) > p_from and upper(w.during) <= p_to and w.during @> p_from
	), stood as materialized (
		select s.side, p.line_id, s.moment, (s.line).sort_score, (s.line).sort_seen, (s.line).line_ref, (s.line).score is not null as ranked
		from pair p
		cross join lateral (values (1, p_from, p.old), (2, p_to, p.line)) s (side, moment, line)
		where (s.line).is_open and (s.line).grid_part in (p_force, '')
	), day as materialized (
		select * from data.rank_days(p_force, p_from, p_to)
	), ranked as materialized (
		select s.side, s.line_id, case s.side when 1 then d.before_then else d.before_now end + 1
			+ (select count(*) from data.line l where l.is_open and l.sort_score = s.sort_score and l.sort_seen = s.sort_seen
				and l.line_ref < s.line_ref and l.grid_part in (p_force, '') and l.valid_from <= s.moment)
			+ (select count(*) from data.line_history h where h.is_open and h.sort_score = s.sort_score and h.sort_seen = s.sort_seen
				and h.line_ref < s.line_ref and h.grid_part in (p_force, '') and h.during @> s.moment) as rank
		from stood s left join day d on s.ranked and d.sort_score = s.sort_score and d.sort_seen = s.sort_seen
	)
	select p.line_id, (p.line).line_ref, (p.line).name,
		case when t.line_id is null then 'new' when n.line_id is null then 'gone' when n.rank < coalesce(t.rank, n.rank + 1) then 'up' when n.rank > t.rank then 'down' else 'changed' end,
		t.rank, n.rank, c.cell, c.was, c.now
	from pair p
	left join ranked t on t.side = 1 and t.line_id = p.line_id
	left join ranked n on n.side = 2 and n.line_id = p.line_id
	cross join lateral data.cells_changed(p.old, p.line) c
	where t.line_id is not null or n.line_id is not null;
end
$$;
comment on function data.grid_changes(text, timestamptz, timestamptz) is 'Lines whose own cells changed between two moments, a row a cell, with their ranks then and later';
