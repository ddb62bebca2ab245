-- SPDX-License-Identifier: MIT
-- Seen and changed by whoever sees and changes the line.
alter table data.assessment enable row level security;
alter table data.assessment force row level security;
create policy owner on data.assessment to gridline_owner using (true) with check (true);
create policy seen on data.assessment for select to gridline_api using (
	exists (select from data.line l where l.line_id = assessment.line_id)
);
create policy added on data.assessment for insert to gridline_api with check (
	exists (select from data.line l where l.line_id = assessment.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
create policy changed on data.assessment for update to gridline_api using (
	exists (select from data.line l where l.line_id = assessment.line_id and l.holder_force =
		(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
