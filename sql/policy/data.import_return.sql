-- SPDX-License-Identifier: MIT
alter table data.import_return enable row level security;
alter table data.import_return force row level security;
create policy owner on data.import_return to gridline_owner using (true) with check (true);
create policy mine on data.import_return to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
