-- SPDX-License-Identifier: MIT
-- Read through the dossier only.
alter table data.line_event enable row level security;
alter table data.line_event force row level security;
create policy owner on data.line_event to gridline_owner using (true) with check (true);
