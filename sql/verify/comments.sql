-- SPDX-License-Identifier: MIT
-- Everything says what it is.
do $$
declare
	wrong text;
begin
	select string_agg(o.what, ', ') into wrong
	from (
		select n.oid::regnamespace::text as what, obj_description(n.oid, 'pg_namespace') as said
		from pg_namespace n where n.nspname in ('data', 'ref', 'audit', 'search', 'api')
		union all
		select c.oid::regclass::text, obj_description(c.oid, 'pg_class')
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('data', 'ref', 'audit', 'search', 'api') and c.relkind in ('r', 'v', 'p')
		union all
		select c.oid::regclass || '.' || a.attname, col_description(c.oid, a.attnum)
		from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
		where n.nspname in ('data', 'ref', 'audit', 'search') and c.relkind in ('r', 'p')
			and a.attnum > 0 and not a.attisdropped
		union all
		select p.oid::regprocedure::text, obj_description(p.oid, 'pg_proc')
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where n.nspname in ('data', 'ref', 'audit', 'search', 'api')
			and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
		union all
		select rolname, shobj_description(oid, 'pg_authid') from pg_roles where rolname like 'gridline\_%'
	) o
	where o.said is null;
	if wrong is not null then
		raise exception 'without a comment: %', wrong;
	end if;
end
$$;
