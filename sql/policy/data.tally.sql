-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.tally enable row level security;
alter table data.tally force row level security;
create policy owner on data.tally to gridline_owner using (true) with check (true);
