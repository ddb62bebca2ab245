-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.week_turn enable row level security;
alter table data.week_turn force row level security;
create policy owner on data.week_turn to gridline_owner using (true) with check (true);
