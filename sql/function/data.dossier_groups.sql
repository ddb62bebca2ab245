-- SPDX-License-Identifier: MIT
create function data.dossier_groups(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by lg.valid_to desc, g.group_ref), 'group', g.group_id, array[g.group_ref, g.kind, g.name, lg.role,
		coalesce(nullif(lg.valid_from, '-infinity')::text, ''), coalesce(nullif(lg.valid_to, 'infinity')::text, ''),
		coalesce(g.band, case when g.mapped then 'mapped' else '' end)],
		coalesce((select string_agg(format('%s %s, %s, %s', e.scheme, e.value, e.on_day, e.assessor), E'\n' order by e.on_day desc)
			from data.external_score e where e.group_id = g.group_id), ''), ''
	from data.line_group lg join data.crime_group g using (group_id) where lg.line_id = p_line;
end
$$;
comment on function data.dossier_groups(uuid) is 'Of a dossier: groups behind it';
