-- SPDX-License-Identifier: MIT
-- From text to types, and the verdict on each row: new, changed or the same.
create function data.import_stage_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_line (import_id, line, line_ref, line_id, name, status, export_force, export_npu,
	                              lro, bulk_marketing, first_seen, last_seen, aliases, imports, drugs,
	                              group_refs, numbers, verdict)
	select p_import, r.line, r.cells ->> 'line_ref', coalesce(l.line_id, gen_random_uuid()), r.cells ->> 'name',
	       s.code, f.code,
	       case when r.cells ? 'export_npu' then coalesce(u.code, '') end,
	       case when r.cells ? 'lro' then coalesce(o.login, '') end,
	       lower(r.cells ->> 'bulk_marketing') = 'yes',
	       (r.cells ->> 'first_seen')::date, (r.cells ->> 'last_seen')::date,
	       data.import_set(r.cells ->> 'aliases', ''),
	       data.import_set(r.cells ->> 'imports', 'location'),
	       data.import_set(r.cells ->> 'drugs', 'drug'),
	       data.import_set(r.cells ->> 'groups', ''),
	       data.import_set(r.cells ->> 'numbers', 'number'),
	       case when l.line_id is null then 'new' else 'same' end
	  from data.import_row r
	  join ref.line_status s on lower(s.code) = lower(r.cells ->> 'status')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	  left join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  left join data.staff o on lower(o.login) = lower(r.cells ->> 'lro')
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import;

	update data.import_line i
	   set verdict = 'changed'
	  from data.line l
	 where i.import_id = p_import
	   and i.verdict = 'same'
	   and l.line_id = i.line_id
	   and ((l.name, l.status, l.export_force, coalesce(l.export_npu, ''), coalesce(l.lro, ''), l.bulk_marketing,
	         l.first_seen, l.last_seen) is distinct from
	        (i.name, i.status, i.export_force, coalesce(i.export_npu, l.export_npu, ''), coalesce(i.lro, l.lro, ''),
	         coalesce(i.bulk_marketing, l.bulk_marketing), i.first_seen, i.last_seen)
	    or not data.same_set(i.aliases, l.aliases)
	    or not data.same_set(i.imports, l.imports)
	    or not data.same_set(i.drugs, l.drugs)
	    or not data.same_set(i.group_refs, l.group_refs));

	update data.import_line i
	   set verdict = 'changed'
	 where i.import_id = p_import
	   and i.verdict = 'same'
	   and i.line_id in (select data.line_numbers_new(array_agg(n.line_id), array_agg(number))
	                       from data.import_line n, unnest(n.numbers) as number
	                      where n.import_id = p_import);
$$;
comment on function data.import_stage_lines(uuid) is 'Fill data.import_line from the rows of a checked import';
