-- SPDX-License-Identifier: MIT
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.ddtro enable row level security;
alter table data.ddtro force row level security;
create policy owner on data.ddtro to gridline_owner using (true) with check (true);
