-- SPDX-License-Identifier: MIT
-- Read through the card of its tasking alone.
alter table data.tasking_event enable row level security;
alter table data.tasking_event force row level security;
create policy owner on data.tasking_event to gridline_owner using (true) with check (true);
