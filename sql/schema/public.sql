-- SPDX-License-Identifier: MIT
-- Nobody makes objects of their own in this database: shadowing starts with a right to create.
do $$
begin
	execute format('revoke all on database %I from public', current_database());
	execute format('alter database %I set timezone = ''Europe/London''', current_database());
end
$$;
set local timezone = 'Europe/London';
revoke all on schema public from public;
revoke execute on function pg_catalog.lo_create(oid), pg_catalog.lo_creat(integer),
	pg_catalog.lo_from_bytea(oid, bytea) from public;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from public;
