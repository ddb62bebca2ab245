-- SPDX-License-Identifier: MIT
-- For counting what was so then; nobody reads it as it is.
alter table data.group_history enable row level security;
alter table data.group_history force row level security;
create policy owner on data.group_history to gridline_owner using (true) with check (true);
