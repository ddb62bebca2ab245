-- SPDX-License-Identifier: MIT
-- For the owner, too, the log can only grow.
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy owner_reads on audit.entry for select to gridline_owner using (true);
create policy owner_adds on audit.entry for insert to gridline_owner with check (true);
create policy auditor on audit.entry for select to gridline_api using (
	exists (select from data.staff s where s.login = session_user and s.role = 'auditor'
		and s.active and s.valid_to > now())
);
