-- SPDX-License-Identifier: MIT
create function api.my_justifications() returns setof text
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select j from data.my_justifications() j
$$;
comment on function api.my_justifications() is 'The caller''s latest justifications, to be offered again';
