-- SPDX-License-Identifier: MIT
-- Personal data: no policy for api at all. data.dossier and data.line_numbers_add are the ways in.
alter table data.line_number enable row level security;
alter table data.line_number force row level security;
create policy owner on data.line_number to gridline_owner using (true) with check (true);
