-- SPDX-License-Identifier: MIT
-- Seen by the staff of its force.
alter table data.review_series enable row level security;
alter table data.review_series force row level security;
create policy owner on data.review_series to gridline_owner using (true) with check (true);
create policy seen on data.review_series for select to gridline_api using (
	force = (select s.force from data.staff s where s.login = session_user and s.active and s.valid_to > now() and s.role <> 'admin')
);
