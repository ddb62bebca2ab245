-- SPDX-License-Identifier: MIT
-- Hands out roles; sees no lines.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_admin') then
		create role gridline_admin nologin;
	end if;
end
$$;
comment on role gridline_admin is 'Gridline group role: Hands out roles; sees no lines.';
