-- SPDX-License-Identifier: MIT
-- Personal data: no policy for api at all.
alter table data.intel enable row level security;
alter table data.intel force row level security;
create policy owner on data.intel to gridline_owner using (true) with check (true);
