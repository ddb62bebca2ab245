-- SPDX-License-Identifier: MIT
create function data.import_cell_phones(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, r.line, (p_column).name,
	       format('%s is not a telephone number; write it like 07700 900123 or +447700900123',
	              data.import_quote(item))
	  from data.import_row r
	 cross join lateral data.import_items(r.cells ->> (p_column).name) as item
	 where r.import_id = p_import
	   and data.parse_number(item) is null
$$;
comment on function data.import_cell_phones(uuid, ref.import_column) is 'Notes cells with what is no telephone number';
