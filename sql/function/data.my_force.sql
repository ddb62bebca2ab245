-- SPDX-License-Identifier: MIT
create function data.my_force() returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select s.force from data.staff s where s.login = session_user and s.active and s.valid_to > now()
$$;
comment on function data.my_force() is 'Whose grid the caller works on; null without a valid staff row';
