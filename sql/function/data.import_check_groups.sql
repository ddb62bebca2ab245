-- SPDX-License-Identifier: MIT
create function data.import_check_groups(p_import uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select data.import_check_unique(p_import, array['group_ref'])
$$;
comment on function data.import_check_groups(uuid) is 'Notes what is wrong with rows of groups';
