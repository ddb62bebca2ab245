-- SPDX-License-Identifier: MIT
create function data.line_changes(p_line uuid, p_since timestamptz) returns table (cell text, was text, now text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select k.key, a.cells ->> k.key, b.cells ->> k.key
	from (select data.line_cells_at(h) as cells from data.line_history h where h.line_id = p_line and h.during @> p_since) a
	cross join (select data.line_cells_at(row(tstzrange(null, null), l.*)::data.line_history) as cells from data.line l where l.line_id = p_line) b
	cross join lateral jsonb_object_keys(b.cells) k (key)
	where a.cells -> k.key is distinct from b.cells -> k.key
$$;
comment on function data.line_changes(uuid, timestamptz) is 'What changed on one line since a moment, cell by cell; nothing of one that came since';
