-- SPDX-License-Identifier: MIT
create function data.import_check_charges(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'charge')
$$;
comment on function data.import_check_charges(uuid) is 'Notes what is wrong with rows of charges, and stages them if nothing is';
