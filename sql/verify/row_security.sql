-- SPDX-License-Identifier: MIT
-- Row security is on and forced on every table of data and audit, and says something for its owner.
do $$
declare
	wrong text;
begin
	select string_agg(c.oid::regclass::text, ', ') into wrong
	from pg_class c
	where c.relnamespace in ('data'::regnamespace, 'audit'::regnamespace) and c.relkind in ('r', 'p')
		and not (c.relrowsecurity and c.relforcerowsecurity
			and exists (select from pg_policy p where p.polrelid = c.oid));
	if wrong is not null then
		raise exception 'without forced row security: %', wrong;
	end if;
	select string_agg(format('%s on %s', p.polname, p.polrelid::regclass), ', ') into wrong
	from pg_policy p
	where not p.polroles <@ array['gridline_owner'::regrole::oid, 'gridline_api'::regrole, 'gridline_search'::regrole]
		or pg_get_expr(p.polqual, p.polrelid) ~* 'current_setting|current_user|current_role'
		or pg_get_expr(p.polwithcheck, p.polrelid) ~* 'current_setting|current_user|current_role';
	if wrong is not null then
		raise exception 'policies for the wrong roles, or keyed on what a user can change: %', wrong;
	end if;
	if exists (select from pg_policy where polrelid = 'data.line_number'::regclass
			and polroles <> array['gridline_owner'::regrole::oid]) then
		raise exception 'a policy opens data.line_number';
	end if;
end
$$;
