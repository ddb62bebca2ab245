-- SPDX-License-Identifier: MIT
create function data.import_line_mine(l data.line) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select exists (select from data.seen_line s where s.line_id = l.line_id and s.mine)
$$;
comment on function data.import_line_mine(data.line) is 'Does the caller see a line, and write for the force that holds it?';
