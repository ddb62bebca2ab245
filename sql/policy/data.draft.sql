-- SPDX-License-Identifier: MIT
-- Drafts may hold personal data, but only what their owner typed.
alter table data.draft enable row level security;
alter table data.draft force row level security;
create policy owner on data.draft to gridline_owner using (true) with check (true);
create policy mine on data.draft to gridline_api using (login = session_user) with check (login = session_user);
