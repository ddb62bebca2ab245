-- SPDX-License-Identifier: MIT
-- Lists are written to the line and to their own tables alike; the triggers of those then find
-- nothing left to do, so each line is written once and gets one new version. A new line that was
-- not inserted has the reference of one that the caller may not see.
create function data.import_apply_lines(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
set enable_nestloop = off
as $$
declare
	refusals jsonb;
begin

	insert into data.line (line_id, line_ref, name, holder_force, status, export_force, export_npu, lro,
	                       bulk_marketing, first_seen, last_seen, aliases, imports, drugs, group_refs)
	select i.line_id, i.line_ref, i.name, data.my_force(), i.status, i.export_force, nullif(i.export_npu, ''),
	       nullif(i.lro, ''), coalesce(i.bulk_marketing, false), i.first_seen, i.last_seen,
	       coalesce(i.aliases, '{}'), coalesce(i.imports, '{}'), coalesce(i.drugs, '{}'),
	       coalesce(i.group_refs, '{}')
	  from data.import_line i
	 where i.import_id = p_import and i.verdict = 'new'
	    on conflict (line_ref) do nothing;
	select jsonb_agg(jsonb_build_object('line', i.line, 'cell', 'line_ref', 'reason',
			format('%s is a line that you may not change; ask a supervisor', i.line_ref)))
	  into refusals
	  from data.import_line i
	 where i.import_id = p_import and i.verdict = 'new'
	   and not exists (select from data.line l where l.line_id = i.line_id);
	if refusals is not null then
		perform data.import_refuse(refusals);
	end if;

	update data.line l
	   set name = i.name, status = i.status, export_force = i.export_force,
	       export_npu = nullif(coalesce(i.export_npu, l.export_npu), ''),
	       lro = nullif(coalesce(i.lro, l.lro), ''),
	       bulk_marketing = coalesce(i.bulk_marketing, l.bulk_marketing),
	       first_seen = i.first_seen, last_seen = i.last_seen,
	       aliases = coalesce(i.aliases, l.aliases), imports = coalesce(i.imports, l.imports),
	       drugs = coalesce(i.drugs, l.drugs), group_refs = coalesce(i.group_refs, l.group_refs)
	  from data.import_line i
	 where i.import_id = p_import and i.verdict = 'changed' and l.line_id = i.line_id;
	perform data.import_apply_links(p_import);

	select count(*) filter (where verdict = 'new'), count(*) filter (where verdict = 'changed'),
	       count(*) filter (where verdict = 'same')
	  into added, changed, same
	  from data.import_line where import_id = p_import;
end
$$;
comment on function data.import_apply_lines(uuid) is 'Write the lines of a checked import';
