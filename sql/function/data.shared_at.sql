-- SPDX-License-Identifier: MIT
create function data.shared_at(p_force text, moment timestamptz, at_most int) returns setof data.line_history
language plpgsql stable security definer rows 100
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
begin
	return query
	select (x.line).*
	from (
		select row(null, l.*)::data.line_history as line, l.line_id, l.sort_score, l.sort_seen, l.line_ref
		from data.line l where l.is_open and l.shared and l.holder_force = p_force and l.valid_from <= moment
		union all
		select h, h.line_id, h.sort_score, h.sort_seen, h.line_ref
		from data.line_history h
		where h.is_open and h.shared and h.holder_force = p_force and h.during @> moment and upper(h.during) > moment
		order by sort_score, sort_seen, line_ref
	) x
	where exists (select from data.seen_line s where s.line_id = x.line_id)
	limit at_most;
end
$$;
comment on function data.shared_at(text, timestamptz, int) is 'What a force shared as it stood then, in ranked order, of what the caller sees now';
