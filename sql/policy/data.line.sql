-- SPDX-License-Identifier: MIT
-- The wall. What the caller may see stands in their staff row and is looked up once a statement.
alter table data.line enable row level security;
alter table data.line force row level security;
create policy owner on data.line to gridline_owner using (true) with check (true);
create policy search on data.line for select to gridline_search using (true);
create policy seen on data.line for select to gridline_api using (
	(
		holder_force = (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now())
		or shared and (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
		or (array[export_npu] || tasked_units)
			&& (select s.sees_units from data.staff s where s.login = session_user and s.valid_to > now())
	) and (
		not restricted
		or (select s.sees_restricted from data.staff s where s.login = session_user and s.valid_to > now())
		or session_user = any (readers)
	)
);
create policy added on data.line for insert to gridline_api with check (
	holder_force = (select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now())
);
create policy changed on data.line for update to gridline_api using (
	holder_force = (select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now())
) with check (
	holder_force = (select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now())
);
