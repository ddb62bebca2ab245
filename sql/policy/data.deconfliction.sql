-- SPDX-License-Identifier: MIT
-- Seen by whoever sees one of the two lines; the other is shown as whom to ask.
alter table data.deconfliction enable row level security;
alter table data.deconfliction force row level security;
create policy owner on data.deconfliction to gridline_owner using (true) with check (true);
create policy seen on data.deconfliction for select to gridline_api using (
	exists (select from data.line l where l.line_id in (deconfliction.line_a, deconfliction.line_b))
);
