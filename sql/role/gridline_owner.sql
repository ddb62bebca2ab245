-- SPDX-License-Identifier: MIT
-- Owns schemas data, ref and audit and all in them. Nobody logs in as it.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_owner') then
		create role gridline_owner nologin noinherit;
	end if;
end
$$;
comment on role gridline_owner is 'Gridline: owns the tables; no login';
