-- SPDX-License-Identifier: MIT
-- For the functions of its owner only.
alter table data.closure_state enable row level security;
alter table data.closure_state force row level security;
create policy owner on data.closure_state to gridline_owner using (true) with check (true);
