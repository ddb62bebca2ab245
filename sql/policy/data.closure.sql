-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the line; it names no person.
alter table data.closure enable row level security;
alter table data.closure force row level security;
create policy owner on data.closure to gridline_owner using (true) with check (true);
create policy seen on data.closure for select to gridline_api using (
	exists (select from data.line l where l.line_id = closure.line_id)
);
