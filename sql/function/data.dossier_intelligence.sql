-- SPDX-License-Identifier: MIT
create function data.dossier_intelligence(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by i.on_day desc, i.entered_at desc), 'line', p_line,
		array[i.on_day::text, i.source_grade || i.intel_grade || i.handling, i.statement, i.source_ref, left(replace(i.body, E'\n', ' '), 200)],
		concat_ws(E'\n', case when i.handling = 'C' then 'CONDITIONS: ' || i.conditions end, i.body,
			format('%s, %s, %s. Entered by %s.', g.label, h.label, p.label, i.entered_by)), ''
	from data.intel i
	left join ref.word g on g.vocabulary = 'source_grade' and g.code = i.source_grade
	left join ref.word h on h.vocabulary = 'intel_grade' and h.code = i.intel_grade
	left join ref.word p on p.vocabulary = 'handling' and p.code = i.handling
	where i.line_id = p_line;
end
$$;
comment on function data.dossier_intelligence(uuid) is 'Of a dossier: intelligence, each entry with its grade and conditions';
