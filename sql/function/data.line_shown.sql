-- SPDX-License-Identifier: MIT
-- Of a line the caller may not see, only whom to ask: neither its name nor that it is restricted.
create function data.line_shown(p_line uuid) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when data.line_seen(l.line_id) then concat_ws(' ', l.line_ref, nullif(l.name, ''))
		else format('a line you may not see: ask the supervisors of %s', l.holder_force) end
	from data.line l where l.line_id = p_line
$$;
comment on function data.line_shown(uuid) is 'A line as the caller may be told of it';
