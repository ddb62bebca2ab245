-- SPDX-License-Identifier: MIT
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.safeguarding enable row level security;
alter table data.safeguarding force row level security;
create policy owner on data.safeguarding to gridline_owner using (true) with check (true);
