-- SPDX-License-Identifier: MIT
create function data.import_is_good(p_import uuid) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select not exists (select from data.import_error e where e.import_id = p_import and not e.warning)
	   and not exists (select from data.import_row r where r.import_id = p_import and r.cells is null)
$$;
comment on function data.import_is_good(uuid) is 'Is nothing known to be wrong with an import, and every row of it read?';
