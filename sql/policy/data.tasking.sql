-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the line.
alter table data.tasking enable row level security;
alter table data.tasking force row level security;
create policy owner on data.tasking to gridline_owner using (true) with check (true);
create policy seen on data.tasking for select to gridline_api using (
	exists (select from data.line l where l.line_id = tasking.line_id)
);
