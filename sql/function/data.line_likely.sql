-- SPDX-License-Identifier: MIT
-- Looks at every line, whoever may see it. A merged line stands for the one it was merged into. The names
-- near go in as an array, and the key in the collation of its index: each line is read by a key.
create function data.line_likely(p_line uuid, p_name text, p_imports text[], p_numbers text[])
returns table (other uuid, cause text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.other, (array_agg(x.cause order by x.weight))[1]
	from (
		select coalesce(l.merged_into, l.line_id) as other, 'number' as cause, 1 as weight
		from data.line_number n join data.line l using (line_id)
		where n.number = any (p_numbers) and n.state in ('live', 'dormant')
		union all
		select l.line_id, 'brand', 2
		from data.line l
		where p_name <> '' and l.name_key = lower(p_name collate "und-x-icu") collate "C" and l.is_open and l.imports && p_imports
		union all
		select l.line_id, 'spelling', 3
		from data.line l
		where length(p_name) >= 4 and l.line_id = any (array(select search.near_names(data.search_key(p_name), 200)))
			and l.is_open and l.imports && p_imports
	) x
	where x.other is distinct from p_line
	group by x.other
	order by min(x.weight), x.other
	limit 10
$$;
comment on function data.line_likely(uuid, text, text[], text[]) is 'Lines that may be the same as one of this name, market and numbers';
