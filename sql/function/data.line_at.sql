-- SPDX-License-Identifier: MIT
create function data.line_at(p_line uuid, moment timestamptz) returns data.line_history
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select row(null, l.*)::data.line_history from data.line l where l.line_id = p_line and l.valid_from <= moment
	union all
	select h from data.line_history h where h.line_id = p_line and lower(h.during) <= moment and h.during @> moment
	limit 1
$$;
comment on function data.line_at(uuid, timestamptz) is 'A line as it stood then; null where there was none yet';
