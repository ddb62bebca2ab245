-- SPDX-License-Identifier: MIT
create function data.import_check_disruptions(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'group_ref', 'names more than one group: write a row for each'
	  from data.import_row r
	 where r.import_id = p_import and r.cells ->> 'group_ref' like '%;%';

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'group_ref', 'is empty, and so is line_ref: name what was disrupted'
	  from data.import_row r
	 where r.import_id = p_import and r.cells ->> 'group_ref' = '' and r.cells ->> 'line_ref' = ''
	   and not coalesce(data.yes(r.cells ->> 'programme'), false);

	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, split_part(fault, ': ', 1), split_part(fault, ': ', 2)
	  from data.import_row r
	 cross join lateral unnest(data.disruption_faults(r.cells)) as fault
	 where r.import_id = p_import;

	select data.import_check_events(p_import, 'disruption')
$$;
comment on function data.import_check_disruptions(uuid) is 'Notes what is wrong with rows of disruptions, and stages them if nothing is';
