-- SPDX-License-Identifier: MIT
alter table data.import_event enable row level security;
alter table data.import_event force row level security;
create policy owner on data.import_event to gridline_owner using (true) with check (true);
create policy mine on data.import_event to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
