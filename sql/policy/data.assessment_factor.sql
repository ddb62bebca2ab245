-- SPDX-License-Identifier: MIT
alter table data.assessment_factor enable row level security;
alter table data.assessment_factor force row level security;
create policy owner on data.assessment_factor to gridline_owner using (true) with check (true);
create policy seen on data.assessment_factor for select to gridline_api using (
	exists (select from data.assessment a where a.assessment_id = assessment_factor.assessment_id)
);
create policy added on data.assessment_factor for insert to gridline_api with check (
	exists (select from data.assessment a join data.line l using (line_id)
		where a.assessment_id = assessment_factor.assessment_id and l.holder_force =
			(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()))
);
