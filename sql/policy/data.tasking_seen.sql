-- SPDX-License-Identifier: MIT
alter table data.tasking_seen enable row level security;
alter table data.tasking_seen force row level security;
create policy owner on data.tasking_seen to gridline_owner using (true) with check (true);
create policy own on data.tasking_seen to gridline_api using (login = session_user) with check (login = session_user);
