-- SPDX-License-Identifier: MIT
create function data.dossier_doubles(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by d.is_open desc, d.raised_on desc), 'deconfliction', d.deconfliction_id,
		array[data.line_shown(case d.line_a when p_line then d.line_b else d.line_a end), d.cause, d.state, d.raised_on::text,
			coalesce(d.decided_on::text, ''), coalesce(d.decided_by, '')], d.rationale, case when d.is_open then 'late' else '' end
	from data.deconfliction d where p_line in (d.line_a, d.line_b);
end
$$;
comment on function data.dossier_doubles(uuid) is 'Of a dossier: lines it may be the same as';
