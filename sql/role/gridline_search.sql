-- SPDX-License-Identifier: MIT
-- Owns the search table, whose trigram index row security would shut out. Reached by api only.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_search') then
		create role gridline_search nologin noinherit;
	end if;
end
$$;
comment on role gridline_search is 'Gridline: owns the search table; no login';
