-- SPDX-License-Identifier: MIT
create function data.import_check_arrests(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'arrest')
$$;
comment on function data.import_check_arrests(uuid) is 'Notes what is wrong with rows of arrests, and stages them if nothing is';
