-- SPDX-License-Identifier: MIT
create function data.dossier_people(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by c.protected, lp.until desc, c.position, p.person_ref), 'line', p_line,
		array[p.person_ref, c.label, case when p.child then 'child' else '' end, lp.since::text,
			coalesce(nullif(lp.until, 'infinity')::text, ''), case when lp.fact then 'fact' else 'assessment' end],
		lp.basis, case when c.protected or p.child then 'protected' else '' end
	from data.line_person lp join data.person p using (person_id) join ref.person_category c on c.code = lp.category
	where lp.line_id = p_line;
end
$$;
comment on function data.dossier_people(uuid) is 'Of a dossier: people by reference, the protected apart';
