-- SPDX-License-Identifier: MIT
-- Walks along the indexes of ranked lines, today's and that of past versions, each until enough is found that the
-- caller sees. Where few lines changed since then, or few have not, those few are sorted in place of a walk that
-- would look long for them. Then all that stand above the last one are counted: a rank counts those not seen, too.
create function data.grid_at(p_force text, moment timestamptz, at_most int)
returns table (place bigint, rank bigint, line data.line_history)
language plpgsql stable security definer rows 500
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
	few_since boolean := (select count(*) from (select from data.line_history h where upper(h.during) > moment limit 5001) x) <= 5000;
	few_still boolean := (select count(*) from (select from data.line l where l.valid_from <= moment limit 5001) x) <= 5000;
	ids uuid[];
	e_score int;
	e_seen int;
	e_ref text;
begin
	with k as materialized (
		(select l.line_id, l.sort_score, l.sort_seen, l.line_ref from data.line l
		where not few_still and l.is_open and l.valid_from <= moment and data.line_seen(l.line_id)
		order by l.sort_score, l.sort_seen, l.line_ref limit at_most)
		union all
		(select l.line_id, l.sort_score, l.sort_seen, l.line_ref from (select * from data.line x where x.valid_from <= moment offset 0) l
		where few_still and l.is_open and data.line_seen(l.line_id)
		order by l.sort_score, l.sort_seen, l.line_ref limit at_most)
		union all
		(select h.line_id, h.sort_score, h.sort_seen, h.line_ref from data.line_history h
		where not few_since and h.is_open and h.during @> moment and data.line_seen(h.line_id)
		order by h.sort_score, h.sort_seen, h.line_ref limit at_most)
		union all
		(select h.line_id, h.sort_score, h.sort_seen, h.line_ref
		from (select * from data.line_history x where upper(x.during) > moment and x.during @> moment offset 0) h
		where few_since and h.is_open and data.line_seen(h.line_id)
		order by h.sort_score, h.sort_seen, h.line_ref limit at_most)
		order by 2, 3, 4 limit at_most
	)
	select array_agg(k.line_id order by k.sort_score, k.sort_seen, k.line_ref), max(z.sort_score), max(z.sort_seen), max(z.line_ref)
	into ids, e_score, e_seen, e_ref
	from k cross join (select * from k order by sort_score desc, sort_seen desc, line_ref desc limit 1) z;
	return query
	with ranked as materialized (
		select v.line_id, row_number() over (order by v.sort_score, v.sort_seen, v.line_ref) as nth
		from (
			select l.line_id, l.sort_score, l.sort_seen, l.line_ref from data.line l
			where l.is_open and (l.sort_score, l.sort_seen, l.line_ref) <= (e_score, e_seen, e_ref)
				and l.valid_from <= moment and l.sort_score <= 0 and l.grid_part in (p_force, '')
			union all
			select h.line_id, h.sort_score, h.sort_seen, h.line_ref from data.line_history h
			where h.is_open and (h.sort_score, h.sort_seen, h.line_ref) <= (e_score, e_seen, e_ref)
				and h.during @> moment and h.sort_score <= 0 and h.grid_part in (p_force, '')
		) v
	)
	select i.place, r.nth, data.line_at(i.id, moment)
	from unnest(ids) with ordinality i (id, place) left join ranked r on r.line_id = i.id;
end
$$;
comment on function data.grid_at(text, timestamptz, int) is 'The first open lines of the grid as it stood then, of those the caller sees';
