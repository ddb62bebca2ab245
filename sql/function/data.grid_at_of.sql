-- SPDX-License-Identifier: MIT
-- For who sees few: their lines may stand anywhere, so ranks are worked out from the days, not by passing all above.
create function data.grid_at_of(p_force text, moment timestamptz, at_most int, ids uuid[])
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with page as materialized (
		select (v.line).line_id, (v.line).sort_score, (v.line).sort_seen, (v.line).line_ref, (v.line).grid_part, v.line
		from (
			select data.line_at(l.line_id, moment) as line
			from data.line l join data.staff s on s.login = session_user and s.active and s.valid_to > now()
			where l.line_id = any (ids) and data.seen_by(l, s)
		) v
		where (v.line).is_open
		order by 2, 3, 4 limit at_most
	), day as materialized (
		select d.* from data.rank_days(p_force, moment, moment) d where exists (select from page)
	)
	select row_number() over (order by p.sort_score, p.sort_seen, p.line_ref), case when p.sort_score <= 0 and p.grid_part in (p_force, '') then d.before_then + 1
			+ (select count(*) from data.line l where l.is_open and l.sort_score = p.sort_score and l.sort_seen = p.sort_seen
				and l.line_ref < p.line_ref and l.grid_part in (p_force, '') and l.valid_from <= moment)
			+ (select count(*) from data.line_history h where h.is_open and h.sort_score = p.sort_score and h.sort_seen = p.sort_seen
				and h.line_ref < p.line_ref and h.grid_part in (p_force, '') and h.during @> moment) end,
		p.line
	from page p left join day d using (sort_score, sort_seen)
	order by 1;
end
$$;
comment on function data.grid_at_of(text, timestamptz, int, uuid[]) is 'The first open lines of some that the caller sees, as they stood then, with their ranks on the whole grid';
