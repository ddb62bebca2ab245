-- SPDX-License-Identifier: MIT
-- Old versions are seen by whoever sees the line now.
alter table data.line_history enable row level security;
alter table data.line_history force row level security;
create policy owner on data.line_history to gridline_owner using (true) with check (true);
create policy seen on data.line_history for select to gridline_api using (
	exists (select from data.line l where l.line_id = line_history.line_id)
);
