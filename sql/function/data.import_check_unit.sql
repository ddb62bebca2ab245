-- SPDX-License-Identifier: MIT
-- Each pair of unit and day is looked at once. A unit that is not known is told with its cell.
create function data.import_check_unit(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with used as materialized (
		select distinct cells ->> 'unit' as unit, cells ->> 'on' as day
		  from data.import_row where import_id = p_import
	), wrong as materialized (
		select used.unit, used.day, data.unit_fault(used.unit, data.parse_day(used.day)) as reason
		  from used join ref.unit u on lower(u.code) = lower(used.unit)
		 where data.parse_day(used.day) is not null
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, 'unit', wrong.reason
	  from data.import_row r
	  join wrong on wrong.unit = r.cells ->> 'unit' and wrong.day = r.cells ->> 'on'
	 where r.import_id = p_import and wrong.reason is not null
$$;
comment on function data.import_check_unit(uuid) is 'Notes rows whose unit was none on the day';
