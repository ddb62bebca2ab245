-- SPDX-License-Identifier: MIT
-- Small numbers are in it: reports read it through functions that suppress them.
alter table data.return_value enable row level security;
alter table data.return_value force row level security;
create policy owner on data.return_value to gridline_owner using (true) with check (true);
