-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the line.
alter table data.tasking_history enable row level security;
alter table data.tasking_history force row level security;
create policy owner on data.tasking_history to gridline_owner using (true) with check (true);
create policy seen on data.tasking_history for select to gridline_api using (
	exists (select from data.line l where l.line_id = tasking_history.line_id)
);
