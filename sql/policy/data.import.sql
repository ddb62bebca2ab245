-- SPDX-License-Identifier: MIT
-- Everybody has their own imports.
alter table data.import enable row level security;
alter table data.import force row level security;
create policy owner on data.import to gridline_owner using (true) with check (true);
create policy mine on data.import to gridline_api using (login = session_user) with check (login = session_user);
