-- SPDX-License-Identifier: MIT
create function data.import_line_mine(l data.line) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.holder_force = (select s.writes_force from data.staff s
		where s.login = session_user and s.active and s.valid_to > now()) and data.line_seen(l.line_id)
$$;
comment on function data.import_line_mine(data.line) is 'Does the caller see a line, and write for the force that holds it?';
