-- SPDX-License-Identifier: MIT
-- The group roles: api and nothing else; the policies tell them apart.
grant usage on schema api to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
grant select on all tables in schema api
	to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
grant execute on all functions in schema api
	to gridline_analyst, gridline_lro, gridline_supervisor, gridline_auditor, gridline_admin;
do $$
begin
	execute format('grant connect on database %I to gridline_analyst, gridline_lro, gridline_supervisor,
		gridline_auditor, gridline_admin', current_database());
end
$$;
