-- SPDX-License-Identifier: MIT
create function data.line_lists(ids uuid[]) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select from data.line where line_id = any (ids) order by line_id for update;
	update data.line l
	set aliases = x.aliases, imports = x.imports, drugs = x.drugs, group_refs = x.group_refs
	from (
		select i.line_id,
			array(select alias collate "C" from data.line_alias a where a.line_id = i.line_id order by 1) as aliases,
			array(select distinct area from data.line_import m where m.line_id = i.line_id
				and c.today between m.valid_from and m.valid_to order by 1) as imports,
			array(select d.drug from data.line_drug d join ref.drug r on r.code = d.drug
				where d.line_id = i.line_id order by r.position) as drugs,
			array(select distinct g.group_ref from data.line_group lg join data.crime_group g using (group_id)
				where lg.line_id = i.line_id and c.today between lg.valid_from and lg.valid_to
				order by 1) as group_refs
		from unnest(ids) as i (line_id), ref.clock c
	) x
	where l.line_id = x.line_id
		and (l.aliases, l.imports, l.drugs, l.group_refs)
			is distinct from (x.aliases, x.imports, x.drugs, x.group_refs)
$$;
comment on function data.line_lists(uuid[]) is 'Bring the lists kept on lines up to their link tables';
