-- SPDX-License-Identifier: MIT
create function data.values_line_edit(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select v.name, v.value, coalesce(v.note, '')
	from data.line l
	left join data.line o on o.line_id = l.successor_of and data.line_seen(o.line_id)
	cross join lateral (values
		('', l.row_version::text, concat_ws(' ', l.line_ref, l.name)),
		('name', l.name, null),
		('aliases', array_to_string(l.aliases, '; '), null),
		('status', l.status, null),
		('export_force', l.export_force, null),
		('export_npu', coalesce(l.export_npu, ''), null),
		('imports', array_to_string(l.imports, '; '), null),
		('drugs', array_to_string(l.drugs, '; '), null),
		('bulk_marketing', case when l.bulk_marketing then 'yes' else 'no' end, null),
		('first_seen', coalesce(l.first_seen::text, ''), null),
		('last_seen', coalesce(l.last_seen::text, ''), null),
		('lro', coalesce(l.lro, ''), null),
		('groups', array_to_string(l.group_refs, '; '), null),
		('successor_of', coalesce(o.line_ref, ''), null)) v (name, value, note)
	where l.line_id = id
$$;
comment on function data.values_line_edit(uuid) is 'A line as its form shows it';
