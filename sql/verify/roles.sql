-- SPDX-License-Identifier: MIT
-- The roles are as role/ means them, whoever made them before.
do $$
declare
	wrong text;
begin
	select string_agg(r.name, ', ') into wrong
	from unnest(array['owner', 'api', 'search', 'analyst', 'lro', 'supervisor', 'auditor', 'admin']) as x (suffix)
	cross join lateral (select 'gridline_' || x.suffix as name) r
	left join pg_roles p on p.rolname = r.name
	where p.oid is null or p.rolcanlogin or p.rolsuper or p.rolbypassrls or p.rolcreaterole or p.rolcreatedb
		or p.rolreplication;
	if wrong is not null then
		raise exception 'roles missing or with rights they must not have: %', wrong;
	end if;
	select string_agg(format('%s is a member of %s', m.rolname, g.rolname), ', ') into wrong
	from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
	where m.rolname like 'gridline\_%' or g.rolname in ('gridline_owner', 'gridline_api', 'gridline_search');
	if wrong is not null then
		raise exception 'memberships that open the walls: %', wrong;
	end if;
end
$$;
