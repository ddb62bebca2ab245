-- SPDX-License-Identifier: MIT
create function data.import_apply_arrests(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'arrest')
$$;
comment on function data.import_apply_arrests(uuid) is 'Write the arrests of a checked import';
