-- SPDX-License-Identifier: MIT
-- One sentence for a line that is not there and for one the caller may not see.
create function data.import_check_held(p_import uuid, p_may text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'line_ref',
	       case when l.line_id is null
	            then format('you can see no line %s; if it should be there, ask a supervisor', r.cells ->> 'line_ref')
	            else format('%s is held by %s, who alone may %s', l.line_ref, l.holder_force, p_may) end
	  from data.import_row r
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and r.cells ->> 'line_ref' ~* '^[a-z0-9][a-z0-9._/-]{0,31}$'
	   and (l.line_id is null or l.holder_force <> data.my_force())
$$;
comment on function data.import_check_held(uuid, text) is 'Notes rows whose line the caller does not see or may not write for';
