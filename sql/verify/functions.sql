-- SPDX-License-Identifier: MIT
-- Every function pins its search path with pg_temp last, unless its names were looked up when it was
-- made (a body without quotes); what users call runs as its owner.
do $$
declare
	wrong text;
begin
	select string_agg(p.oid::regprocedure::text, ', ') into wrong
	from pg_proc p
	where p.pronamespace in ('data'::regnamespace, 'ref'::regnamespace, 'audit'::regnamespace,
			'search'::regnamespace, 'api'::regnamespace)
		and p.prosqlbody is null
		and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
		and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp$');
	if wrong is not null then
		raise exception 'functions without a pinned search path: %', wrong;
	end if;
	select string_agg(p.oid::regprocedure::text, ', ') into wrong
	from pg_proc p where p.pronamespace = 'api'::regnamespace and not p.prosecdef;
	if wrong is not null then
		raise exception 'api functions that would ask for the caller''s own rights: %', wrong;
	end if;
	select string_agg(c.oid::regclass::text, ', ') into wrong
	from pg_class c
	where c.relnamespace = 'api'::regnamespace and c.reloptions::text ~ 'security_(barrier|invoker)';
	if wrong is not null then
		raise exception 'views that would not reach their index or their policy: %', wrong;
	end if;
end
$$;
