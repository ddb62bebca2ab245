-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.place_tally enable row level security;
alter table data.place_tally force row level security;
create policy owner on data.place_tally to gridline_owner using (true) with check (true);
