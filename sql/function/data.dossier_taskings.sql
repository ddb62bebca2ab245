-- SPDX-License-Identifier: MIT
create function data.dossier_taskings(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by t.is_open desc, t.due nulls last, t.tasking_ref), 'tasking', t.tasking_id, array[t.tasking_ref, s.label, t.unit,
		coalesce(t.due::text, ''), t.title, coalesce(t.operation, '')], format('Raised %s, %s route%s', t.raised_on, t.route,
		coalesce(', completed ' || t.completed_on, '')), case when t.is_open and t.due < c.today then 'late' else '' end
	from data.tasking t join ref.tasking_state s on s.code = t.state cross join ref.clock c where t.line_id = p_line;
end
$$;
comment on function data.dossier_taskings(uuid) is 'Of a dossier: taskings';
