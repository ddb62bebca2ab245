-- SPDX-License-Identifier: MIT
alter table data.line_reader enable row level security;
alter table data.line_reader force row level security;
create policy owner on data.line_reader to gridline_owner using (true) with check (true);
