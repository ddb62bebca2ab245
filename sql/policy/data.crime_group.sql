-- SPDX-License-Identifier: MIT
-- Who works on a force's grid sees every group; an LRO those that run lines they see.
alter table data.crime_group enable row level security;
alter table data.crime_group force row level security;
create policy owner on data.crime_group to gridline_owner using (true) with check (true);
create policy seen on data.crime_group for select to gridline_api using (
	(select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
	or exists (select from data.line_group lg join data.line l using (line_id)
		where lg.group_id = crime_group.group_id)
);
create policy added on data.crime_group for insert to gridline_api with check (
	(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
);
create policy changed on data.crime_group for update to gridline_api using (
	(select s.writes_force from data.staff s where s.login = session_user and s.valid_to > now()) is not null
);
