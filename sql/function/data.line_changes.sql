-- SPDX-License-Identifier: MIT
create function data.line_changes(p_line uuid, p_since timestamptz) returns table (cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select c.cell, c.was, c.now
	from data.line_history h
	cross join (select row(null, l.*)::data.line_history as line from data.line l where l.line_id = p_line) l
	cross join lateral data.cells_changed(h, l.line) c
	where h.line_id = p_line and lower(h.during) <= p_since and h.during @> p_since
$$;
comment on function data.line_changes(uuid, timestamptz) is 'What changed on one line since a moment, cell by cell; nothing of one that came since';
