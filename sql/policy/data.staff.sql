-- SPDX-License-Identifier: MIT
-- Colleagues' names are no secret to api; what it shows of them is up to its views.
alter table data.staff enable row level security;
alter table data.staff force row level security;
create policy owner on data.staff to gridline_owner using (true) with check (true);
create policy seen on data.staff for select to gridline_api using (true);
