-- SPDX-License-Identifier: MIT
alter table audit.head enable row level security;
alter table audit.head force row level security;
create policy owner on audit.head to gridline_owner using (true) with check (true);
