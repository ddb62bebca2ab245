-- SPDX-License-Identifier: MIT
create function data.values_external_group_add(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', g.row_version::text, concat_ws(' ', g.group_ref, g.name) from data.crime_group g where g.group_id = id
$$;
comment on function data.values_external_group_add(uuid) is 'Which group';
