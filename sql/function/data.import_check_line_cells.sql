-- SPDX-License-Identifier: MIT
-- What only several cells, or the line that is there, can tell. A file shows whether a line is closed and
-- does not decide it: an outcome, a merger or a supervisor does, with a reason that is kept.
create function data.import_check_line_cells(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, 'last_seen',
	       format('%s lies before first_seen, %s', cells ->> 'last_seen', cells ->> 'first_seen')
	  from data.import_row
	 where import_id = p_import
	   and cells ->> 'last_seen' < cells ->> 'first_seen'
	   and data.parse_day(cells ->> 'last_seen') is not null
	   and data.parse_day(cells ->> 'first_seen') is not null;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s is a unit of %s, not of %s', u.code, u.force, f.code)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	  join ref.force f on lower(f.code) = lower(r.cells ->> 'export_force')
	 where r.import_id = p_import
	   and u.force <> f.code;

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s ended on %s, before the line was first seen', u.code, u.valid_to)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and r.cells ->> 'first_seen' ~ '^[0-9]{4}-' and u.valid_to::text < r.cells ->> 'first_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'export_npu',
	       format('%s began on %s, after the line was last seen', u.code, u.valid_from)
	  from data.import_row r
	  join ref.unit u on lower(u.code) = lower(r.cells ->> 'export_npu')
	 where r.import_id = p_import
	   and u.valid_from > '-infinity' and u.valid_from::text > r.cells ->> 'last_seen';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'status',
	       case when l.line_id is null then format('a new line cannot be %s: give it an open status, and close it by a step of its own', s.code)
	            when not l.is_open then format('%s is %s, and a file does not change that: there are steps to reopen or revoke', l.line_ref, l.status)
	            else format('%s is open, and a file does not close it: claim an outcome, import outcomes, or close it with a reason', l.line_ref) end
	  from data.import_row r
	  join ref.line_status s on lower(s.code) = lower(r.cells ->> 'status')
	  left join data.line l on l.line_ref = r.cells ->> 'line_ref'
	 where r.import_id = p_import
	   and l.status is distinct from s.code
	   and not (s.is_open and coalesce(l.is_open, true));
$$;
comment on function data.import_check_line_cells(uuid) is 'Notes what is wrong with rows of lines';
