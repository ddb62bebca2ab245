-- SPDX-License-Identifier: MIT
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.arrest enable row level security;
alter table data.arrest force row level security;
create policy owner on data.arrest to gridline_owner using (true) with check (true);
