-- SPDX-License-Identifier: MIT
-- Seen by the staff of its force.
alter table data.review enable row level security;
alter table data.review force row level security;
create policy owner on data.review to gridline_owner using (true) with check (true);
create policy seen on data.review for select to gridline_api using (
	force = (select s.force from data.staff s where s.login = session_user and s.active and s.valid_to > now() and s.role <> 'admin')
);
