-- SPDX-License-Identifier: MIT
-- Keeps and ranks the grid of a force.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_analyst') then
		create role gridline_analyst nologin;
	end if;
end
$$;
comment on role gridline_analyst is 'Gridline group role: Keeps and ranks the grid of a force.';
