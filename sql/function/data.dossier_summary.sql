-- SPDX-License-Identifier: MIT
create function data.dossier_summary(p_line uuid)
returns table (place bigint, object text, object_id uuid, cells text[], more text, mark text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
	return query
	select row_number() over (order by x.n), 'line', l.line_id, array[x.label, x.text], '', ''
	from data.line l
	left join ref.unit u on u.code = l.export_npu
	left join data.line m on m.line_id = l.merged_into
	left join data.line o on o.line_id = l.successor_of
	cross join lateral (values
		(1, 'Also known as', nullif(array_to_string(l.aliases, ', '), '')),
		(2, 'Run from', concat_ws(', ', u.label, l.export_force)),
		(3, 'Sells in', coalesce(nullif(array_to_string(l.imports, ', '), ''), 'not known')),
		(4, 'Sells', coalesce(nullif(array_to_string(l.drugs, ', '), ''), 'not known') || case when l.bulk_marketing then ' (bulk messages)' else '' end),
		(5, 'First seen', l.first_seen::text),
		(6, 'Last seen', l.last_seen::text),
		(7, 'Reviewed', coalesce(l.last_review::text, 'never')),
		(8, 'Held by', l.holder_force || case when l.shared then ', shared with the region' else '' end),
		(9, 'Merged into', case when data.line_seen(m.line_id) then m.line_ref else data.line_shown(m.line_id) end),
		(10, 'Goes on from', case when data.line_seen(o.line_id) then o.line_ref else data.line_shown(o.line_id) end),
		(11, 'Followed by', (select string_agg(data.line_shown(f.line_id), ', ') from data.line f where f.successor_of = l.line_id)),
		(12, 'Restricted', case when l.restricted then 'named readers and supervisors only' end)) x (n, label, text)
	where l.line_id = p_line and x.text is not null;
end
$$;
comment on function data.dossier_summary(uuid) is 'Of a dossier: facts without personal data, and how the line stands';
