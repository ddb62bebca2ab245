-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.rank_score enable row level security;
alter table data.rank_score force row level security;
create policy owner on data.rank_score to gridline_owner using (true) with check (true);
