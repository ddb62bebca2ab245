-- SPDX-License-Identifier: MIT
-- Personal data: no policy for api at all.
alter table data.line_person enable row level security;
alter table data.line_person force row level security;
create policy owner on data.line_person to gridline_owner using (true) with check (true);
