-- SPDX-License-Identifier: MIT
-- Signs off; sees restricted lines, too.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_supervisor') then
		create role gridline_supervisor nologin;
	end if;
end
$$;
comment on role gridline_supervisor is 'Gridline group role: Signs off; sees restricted lines, too.';
