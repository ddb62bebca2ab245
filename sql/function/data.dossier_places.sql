-- SPDX-License-Identifier: MIT
create function data.dossier_places(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.n, x.since desc, x.place), 'line', p_line, array[x.role, x.place, x.since, x.until], '', ''
	from (
		select 1 as n, 'export' as role, concat_ws(', ', l.export_npu, l.export_force) as place, '' as since, '' as until
		from data.line l where l.line_id = p_line
		union all
		select 2, 'import', m.area, coalesce(nullif(m.valid_from, '-infinity')::text, ''), coalesce(nullif(m.valid_to, 'infinity')::text, '')
		from data.line_import m where m.line_id = p_line
	) x;
end
$$;
comment on function data.dossier_places(uuid) is 'Of a dossier: where it is run from and where it sells';
