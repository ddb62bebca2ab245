-- SPDX-License-Identifier: MIT
-- Local responsible officer: the lines of their own units.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_lro') then
		create role gridline_lro nologin;
	end if;
end
$$;
comment on role gridline_lro is 'Gridline group role: Local responsible officer: the lines of their own units.';
