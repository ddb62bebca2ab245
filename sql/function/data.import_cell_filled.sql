-- SPDX-License-Identifier: MIT
-- What must be one of a few words is told so, however long it is.
create function data.import_cell_filled(p_import uuid, p_column ref.import_column) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, (p_column).name,
	       case when value = '' then 'is empty'
	            else format('has %s characters, at most %s are allowed', length(value), (p_column).max_length) end
	  from (select line, cells ->> (p_column).name as value
	          from data.import_row where import_id = p_import) as cell
	 where value = '' and (p_column).fillable
	    or length(value) > (p_column).max_length
	       and (p_column).shape in ('reference', 'text', 'block', 'texts', 'groups', 'phones')
$$;
comment on function data.import_cell_filled(uuid, ref.import_column) is 'Notes cells that are empty but must not be, or too long';
