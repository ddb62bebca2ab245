-- SPDX-License-Identifier: MIT
-- Everybody has their own.
alter table data.operation enable row level security;
alter table data.operation force row level security;
create policy owner on data.operation to gridline_owner using (true) with check (true);
create policy mine on data.operation for select to gridline_api using (login = session_user);
