-- SPDX-License-Identifier: MIT
create function data.lines_at(known timestamptz)
returns table (line_id uuid, line_ref text, status text, is_open boolean, export_force text, export_npu text, last_seen date,
	last_review date, lro text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select l.line_id, l.line_ref, l.status, l.is_open, l.export_force, l.export_npu, l.last_seen, l.last_review, l.lro
	from data.line l where l.valid_from <= known
	union all
	select h.line_id, h.line_ref, h.status, h.is_open, h.export_force, h.export_npu, h.last_seen, h.last_review, h.lro
	from data.line_history h where upper(h.during) > known and h.during @> known
$$;
comment on function data.lines_at(timestamptz) is 'Lines as they stood at a moment';
