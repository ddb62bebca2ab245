-- SPDX-License-Identifier: MIT
-- One sentence for a line that is not there and for one the caller may not see.
create function data.import_check_assessed(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref',
	       case when l.line_id is null
	            then format('you can see no line %s; if it should be there, ask a supervisor', r.cells ->> 'line_ref')
	            else format('%s is held by %s, who alone may score it', l.line_ref, l.holder_force) end
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' <> ''
	   and (l.line_id is null or l.holder_force <> data.my_force());

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'signed_on',
	       format('%s lies before the line was first seen, %s', r.cells ->> 'signed_on', l.first_seen)
	  from data.import_row r
	  join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and data.parse_day(r.cells ->> 'signed_on') < l.first_seen;
$$;
comment on function data.import_check_assessed(uuid) is 'Notes rows of assessments whose line or day cannot be';
