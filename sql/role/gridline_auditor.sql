-- SPDX-License-Identifier: MIT
-- Reads the log and checks that it is whole.
do $$
begin
	if not exists (select from pg_roles where rolname = 'gridline_auditor') then
		create role gridline_auditor nologin;
	end if;
end
$$;
comment on role gridline_auditor is 'Gridline group role: Reads the log and checks that it is whole.';
