-- SPDX-License-Identifier: MIT
-- Seen and changed by whoever sees and changes the line.
alter table data.line_drug enable row level security;
alter table data.line_drug force row level security;
create policy owner on data.line_drug to gridline_owner using (true) with check (true);
create policy seen on data.line_drug for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_drug.line_id)
);
create policy added on data.line_drug for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = line_drug.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy removed on data.line_drug for delete to gridline_api using (
	exists (select from data.line l where l.line_id = line_drug.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
