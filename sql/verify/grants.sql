-- SPDX-License-Identifier: MIT
-- PUBLIC has nothing, users have api, api has no way to numbers, readers and tallies, and no one can
-- make objects.
do $$
declare
	wrong text;
begin
	select string_agg(format('%s for %s on %s', a.privilege_type, coalesce(r.rolname, 'public'), o.what), ', ') into wrong
	from (
		select n.nspname as place, 'schema ' || n.nspname as what, n.nspacl as acl from pg_namespace n
		union all
		select n.nspname, c.oid::regclass::text, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
		union all
		select n.nspname, c.oid::regclass || '.' || a.attname, a.attacl
		from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
		union all
		select n.nspname, p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner))
		from pg_proc p join pg_namespace n on n.oid = p.pronamespace
	) o
	cross join lateral aclexplode(o.acl) a
	left join pg_roles r on r.oid = a.grantee
	where o.place in ('data', 'ref', 'audit', 'search', 'api')
		and not coalesce(r.rolname in ('gridline_owner', 'gridline_api', 'gridline_search') or r.rolsuper, false)
		and not (o.place = 'api' and coalesce(r.rolname ~ '^gridline_(analyst|lro|supervisor|auditor|admin)$', false)
			and a.privilege_type in ('USAGE', 'SELECT', 'EXECUTE') and not a.is_grantable);
	if wrong is not null then
		raise exception 'rights that nobody meant to give: %', wrong;
	end if;
	select string_agg(c.oid::regclass::text, ', ') into wrong
	from pg_class c
	where c.oid in ('data.line_number'::regclass, 'data.person'::regclass, 'data.line_person'::regclass,
			'data.line_event'::regclass, 'data.assessment_opinion'::regclass, 'data.external_score'::regclass,
			'data.intel'::regclass, 'data.arrest'::regclass, 'data.charge'::regclass, 'data.safeguarding'::regclass,
			'data.disruption'::regclass, 'data.seizure'::regclass, 'data.ddtro'::regclass, 'data.closure_state'::regclass, 'data.line_reader'::regclass, 'data.return_value'::regclass, 'data.rank_score'::regclass,
			'data.rank_tally'::regclass, 'data.place_tally'::regclass, 'data.tally'::regclass, 'data.tally_change'::regclass,
			'data.week_rank'::regclass, 'data.week_turn'::regclass,
			'search.line'::regclass, 'search.brand'::regclass, 'search.name'::regclass, 'audit.head'::regclass, 'audit.consultation'::regclass)
		and has_any_column_privilege('gridline_api', c.oid, 'select, insert, update');
	if wrong is not null then
		raise exception 'api can reach: %', wrong;
	end if;
	if has_schema_privilege('public', 'public', 'create') or has_schema_privilege('public', 'public', 'usage')
		or has_database_privilege('public', current_database(), 'create')
		or has_database_privilege('public', current_database(), 'temp')
		or has_database_privilege('public', current_database(), 'connect') then
		raise exception 'PUBLIC can connect, or make objects, in this database';
	end if;
end
$$;
