-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.tally_change enable row level security;
alter table data.tally_change force row level security;
create policy owner on data.tally_change to gridline_owner using (true) with check (true);
