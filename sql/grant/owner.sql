-- SPDX-License-Identifier: MIT
-- Whatever the installation made belongs to one of three roles without login; run again after upgrades.
do $$
declare
	o record;
	owner_of jsonb := '{"data": "gridline_owner", "ref": "gridline_owner", "audit": "gridline_owner",
		"search": "gridline_search", "api": "gridline_api"}';
begin
	for o in
		select n.nspname, format('schema %I', n.nspname) as what
		from pg_namespace n where owner_of ? n.nspname
		union all
		select n.nspname, format('%s %I.%I', case c.relkind when 'v' then 'view' else 'table' end, n.nspname, c.relname)
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where owner_of ? n.nspname and c.relkind in ('r', 'v', 'p')
		union all
		select n.nspname, format('function %s', p.oid::regprocedure)
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where owner_of ? n.nspname
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	loop
		execute format('alter %s owner to %I', o.what, owner_of ->> o.nspname);
	end loop;
end
$$;
