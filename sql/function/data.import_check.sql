-- SPDX-License-Identifier: MIT
-- Everything that can be known before anything is written.
create function data.import_check(p_import uuid, p_kind text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	perform data.import_check_cells(p_import);
	execute format('select data.import_check_%s($1)', p_kind) using p_import;
end
$$;
comment on function data.import_check(uuid, text) is 'Notes all that is wrong with an import';
