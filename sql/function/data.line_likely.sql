-- SPDX-License-Identifier: MIT
-- Looks at every line, whoever may see it. A merged line stands for the one it was merged into. The surest
-- cause comes first, then the nearest spelling. Without its own collation name_key would not reach its index.
create function data.line_likely(p_line uuid, p_name text, p_imports text[], p_numbers text[])
returns table (other uuid, cause text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select x.other, (array_agg(x.cause order by x.weight))[1]
	from (
		select coalesce(l.merged_into, l.line_id) as other, 'number' as cause, 1 as weight, 1::real as nearness
		from data.line_number n join data.line l using (line_id)
		where n.number = any (p_numbers) and n.state in ('live', 'dormant')
		union all
		select l.line_id, 'brand', 2, 1
		from data.line l
		where p_name <> '' and l.name_key = lower(p_name collate "und-x-icu") collate "C" and l.is_open and l.imports && p_imports
		union all
		select l.line_id, 'spelling', 3, near.nearness
		from search.near_names(case when length(p_name) >= 4 then data.search_key(p_name) end, p_imports, 500) near
		join data.line l using (line_id)
		where l.is_open and l.imports && p_imports
	) x
	where x.other is distinct from p_line
	group by x.other
	order by min(x.weight), max(x.nearness) desc, x.other
	limit 10;
end
$$;
comment on function data.line_likely(uuid, text, text[], text[]) is 'Lines that may be the same as one of this name, market and numbers';
