-- SPDX-License-Identifier: MIT
-- A unit sees what it is tasked with, whatever it sees of the line; others what is on a line they see, or on a
-- group and of their force.
alter table data.tasking enable row level security;
alter table data.tasking force row level security;
create policy owner on data.tasking to gridline_owner using (true) with check (true);
create policy seen on data.tasking for select to gridline_api using (
	unit = any ((select s.sees_units from data.staff s where s.login = session_user and s.valid_to > now())::text[])
	or owner = session_user and exists (select from data.staff s where s.login = session_user and s.active and s.valid_to > now())
	or line_id is null
		and force = (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now())
	or exists (select from data.line l where l.line_id = tasking.line_id)
);
