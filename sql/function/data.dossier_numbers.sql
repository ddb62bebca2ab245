-- SPDX-License-Identifier: MIT
create function data.dossier_numbers(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by n.state, n.number), 'line', n.line_id, array[n.number, n.kind, n.state, coalesce(n.first_seen::text, ''),
		coalesce(n.last_seen::text, '')], '', ''
	from data.line_number n where n.line_id = p_line;
end
$$;
comment on function data.dossier_numbers(uuid) is 'Of a dossier: numbers';
