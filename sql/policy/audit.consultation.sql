-- SPDX-License-Identifier: MIT
alter table audit.consultation enable row level security;
alter table audit.consultation force row level security;
create policy owner_reads on audit.consultation for select to gridline_owner using (true);
create policy owner_adds on audit.consultation for insert to gridline_owner with check (true);
