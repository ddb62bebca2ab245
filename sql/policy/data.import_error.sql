-- SPDX-License-Identifier: MIT
alter table data.import_error enable row level security;
alter table data.import_error force row level security;
create policy owner on data.import_error to gridline_owner using (true) with check (true);
create policy mine on data.import_error to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
