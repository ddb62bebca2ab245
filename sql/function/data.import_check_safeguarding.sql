-- SPDX-License-Identifier: MIT
create function data.import_check_safeguarding(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_events(p_import, 'safeguarding')
$$;
comment on function data.import_check_safeguarding(uuid) is 'Notes what is wrong with rows of safeguarding, and stages them if nothing is';
