-- SPDX-License-Identifier: MIT
create function data.import_cell_pattern(p_import uuid, p_column ref.import_column, p_pattern text, p_reason text)
returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.import_error (import_id, line, cell, reason)
	select p_import, line, (p_column).name, format(p_reason, data.import_quote(cells ->> (p_column).name))
	  from data.import_row
	 where import_id = p_import
	   and cells ->> (p_column).name <> ''
	   and (length(cells ->> (p_column).name) <= (p_column).max_length or (p_column).shape <> 'reference')
	   and cells ->> (p_column).name !~* p_pattern
$$;
comment on function data.import_cell_pattern(uuid, ref.import_column, text, text) is 'Notes cells that do not look as they must';
