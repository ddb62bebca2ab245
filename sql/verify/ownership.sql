-- SPDX-License-Identifier: MIT
-- data, ref and audit belong to gridline_owner, search to gridline_search, api to gridline_api.
do $$
declare
	wrong text;
begin
	select string_agg(o.what, ', ') into wrong
	from (
		select n.nspname as place, 'schema ' || n.nspname as what, n.nspowner as owner from pg_namespace n
		union all
		select n.nspname, c.oid::regclass::text, c.relowner
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where c.relkind in ('r', 'v', 'm', 'p', 'S', 'f')
		union all
		select n.nspname, p.oid::regprocedure::text, p.proowner
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
		where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
	) o
	join (values ('data', 'gridline_owner'), ('ref', 'gridline_owner'), ('audit', 'gridline_owner'),
		('search', 'gridline_search'), ('api', 'gridline_api')) as meant (place, owner) using (place)
	where o.owner <> meant.owner::regrole;
	if wrong is not null then
		raise exception 'not owned as meant: %', wrong;
	end if;
end
$$;
