-- SPDX-License-Identifier: MIT
create function data.import_apply_disruptions(p_import uuid, out added bigint, out changed bigint, out same bigint)
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	select * from data.import_apply_events(p_import, 'disruption')
$$;
comment on function data.import_apply_disruptions(uuid) is 'Write the disruptions of a checked import';
