-- SPDX-License-Identifier: MIT
-- Personal data: no policy for api at all.
alter table data.person enable row level security;
alter table data.person force row level security;
create policy owner on data.person to gridline_owner using (true) with check (true);
