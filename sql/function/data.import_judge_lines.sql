-- SPDX-License-Identifier: MIT
-- Which of the lines that are there would change. A line that another force holds may stand in a
-- file, since an export has those it shares; it may not change.
create function data.import_judge_lines(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
	update data.import_line i
	   set verdict = 'changed'
	  from data.line l
	 where i.import_id = p_import
	   and i.verdict = 'same'
	   and l.line_id = i.line_id
	   and ((l.name, l.status, l.export_force, coalesce(l.export_npu, ''), coalesce(l.lro, ''), l.bulk_marketing,
	         l.first_seen, l.last_seen, l.aliases, l.imports, l.drugs, l.group_refs) is distinct from
	        (i.name, i.status, i.export_force, coalesce(i.export_npu, l.export_npu, ''), coalesce(i.lro, l.lro, ''),
	         coalesce(i.bulk_marketing, l.bulk_marketing), i.first_seen, i.last_seen,
	         coalesce(i.aliases, l.aliases), coalesce(i.imports, l.imports), coalesce(i.drugs, l.drugs),
	         coalesce(i.group_refs, l.group_refs)));

	update data.import_line i
	   set verdict = 'changed'
	 where i.import_id = p_import
	   and i.verdict = 'same'
	   and i.line_id in (select data.line_numbers_new(array_agg(n.line_id), array_agg(number))
	                       from data.import_line n, unnest(n.numbers) as number
	                      where n.import_id = p_import);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, i.line, 'line_ref',
	       format('%s is held by %s, who alone may change it', l.line_ref, l.holder_force)
	  from data.import_line i
	  join data.line l on l.line_id = i.line_id
	 where i.import_id = p_import
	   and l.holder_force <> data.my_force()
	   and (i.verdict = 'changed' or i.numbers is not null);
$$;
comment on function data.import_judge_lines(uuid) is 'Mark the staged lines of an import that would change what is there, and note those that may not';
