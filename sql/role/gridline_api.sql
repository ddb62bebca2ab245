-- SPDX-License-Identifier: MIT
-- Owns schema api, the only one users reach: no table owner, so that row policies bind what it owns.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_api') then
		create role gridline_api nologin noinherit;
	end if;
end
$$;
comment on role gridline_api is 'Gridline: owns schema api; no login';
