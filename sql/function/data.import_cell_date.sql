-- SPDX-License-Identifier: MIT
-- Each day that occurs is looked at once, however many rows bear it.
create function data.import_cell_date(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	with today as materialized (
		select data.clock()::date as day
	), used as materialized (
		select distinct cells ->> (p_column).name as value
		  from data.import_row where import_id = p_import
	), wrong as materialized (
		select value,
		       case when data.parse_day(value) is null
		            then format('%s is not a day; days are written like %s', data.import_quote(value), today.day)
		            else format('%s lies in the future: today is %s', value, today.day) end as reason
		  from used, today
		 where value <> ''
		   and (data.parse_day(value) is null or (p_column).shape = 'date' and data.parse_day(value) > today.day)
	)
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, (p_column).name, wrong.reason
	  from data.import_row r
	  join wrong on wrong.value = r.cells ->> (p_column).name
	 where r.import_id = p_import
$$;
comment on function data.import_cell_date(uuid, ref.import_column) is 'Notes cells that are no day, or a day to come where none may be';
