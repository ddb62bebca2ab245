-- SPDX-License-Identifier: MIT
create function data.import_check_since(p_import uuid, p_columns text[]) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, c, format('%s lies before the line was first seen, %s', r.cells ->> c, l.first_seen)
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 cross join unnest(p_columns) as c
	 where r.import_id = p_import
	   and data.parse_day(r.cells ->> c) < l.first_seen
$$;
comment on function data.import_check_since(uuid, text[]) is 'Notes days that lie before the line was first seen';
