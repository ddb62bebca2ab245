-- SPDX-License-Identifier: MIT
-- From text to types, all rows at once, each list in the order lines keep it in. Nothing is known of
-- how many rows there are, so the planner is kept from going through them row by row.
create function data.import_stage_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	with file as materialized (
		select line, cells from data.import_row where import_id = p_import
	), aliases as (
		select line, array_agg(distinct btrim(item) collate "C" order by btrim(item) collate "C") as items
		  from file cross join lateral string_to_table(cells ->> 'aliases', ';') as item
		 where btrim(item) <> ''
		 group by line
	), imports as (
		select line, array_agg(distinct a.code order by a.code) as items
		  from file cross join lateral string_to_table(cells ->> 'imports', ';') as item
		  join ref.area a on lower(a.code) = lower(btrim(item))
		 group by line
	), drugs as (
		select line, array_agg(code order by position) as items
		  from (select distinct line, d.code, d.position
		          from file cross join lateral string_to_table(cells ->> 'drugs', ';') as item
		          join ref.drug d on lower(d.code) = lower(btrim(item))) as used
		 group by line
	), groups as (
		select line, array_agg(distinct btrim(item) collate "C" order by btrim(item) collate "C") as items
		  from file cross join lateral string_to_table(cells ->> 'groups', ';') as item
		 where btrim(item) <> ''
		 group by line
	), numbers as (
		select line, array_agg(distinct data.parse_number(item)) as items
		  from file cross join lateral string_to_table(cells ->> 'numbers', ';') as item
		 where btrim(item) <> ''
		 group by line
	)
	insert into data.import_line (import_id, line, line_ref, line_id, name, status, export_force, export_npu,
	                              lro, bulk_marketing, first_seen, last_seen, aliases, imports, drugs,
	                              group_refs, numbers, verdict)
	select p_import, r.line, r.cells ->> 'line_ref', coalesce(l.line_id, gen_random_uuid()), r.cells ->> 'name',
	       s.code, f.code,
	       case when r.cells ? 'export_npu' then coalesce(u.code, '') end,
	       case when r.cells ? 'lro' then coalesce(o.login, '') end,
	       lower(r.cells ->> 'bulk_marketing') = 'yes',
	       (r.cells ->> 'first_seen')::date, (r.cells ->> 'last_seen')::date,
	       case when r.cells ? 'aliases' then coalesce(aliases.items, '{}') end,
	       case when r.cells ? 'imports' then coalesce(imports.items, '{}') end,
	       case when r.cells ? 'drugs' then coalesce(drugs.items, '{}') end,
	       case when r.cells ? 'groups' then coalesce(groups.items, '{}') end,
	       numbers.items,
	       case when l.line_id is null then 'new' else 'same' end
	  from file r
	  join ref.line_status s on lower(s.code) = lower(r.cells ->> 'status')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	  left join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  left join data.staff o on lower(o.login) = lower(r.cells ->> 'lro')
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	  left join aliases using (line)
	  left join imports using (line)
	  left join drugs using (line)
	  left join groups using (line)
	  left join numbers using (line)
$$;
comment on function data.import_stage_lines(uuid) is 'Fill data.import_line from the rows of a checked import';
