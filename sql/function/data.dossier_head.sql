-- SPDX-License-Identifier: MIT
create function data.dossier_head(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select 1::bigint, 'line', l.line_id, array[l.line_ref, l.name, s.label, coalesce(l.score::text, ''), coalesce(b.label, ''),
		coalesce(l.export_npu, l.export_force), coalesce(l.lro, ''), coalesce((l.last_review + t.stale_days)::text, ''),
		case when l.restricted then 'yes' else '' end, l.row_version::text, case when l.is_open then 'yes' else '' end],
		'', case when greatest(l.last_seen, l.last_review) < c.stale_before then 'stale' else '' end
	from data.line l
	join ref.line_status s on s.code = l.status
	left join ref.band b on b.code = l.band
	cross join ref.setting t
	cross join ref.clock c
	where l.line_id = p_line;
end
$$;
comment on function data.dossier_head(uuid) is 'Of a dossier: what the line is';
