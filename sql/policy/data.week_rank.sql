-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.week_rank enable row level security;
alter table data.week_rank force row level security;
create policy owner on data.week_rank to gridline_owner using (true) with check (true);
