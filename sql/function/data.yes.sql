-- SPDX-License-Identifier: MIT
create function data.yes(value text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select lower(value) = 'yes'
$$;
comment on function data.yes(text) is 'A flag of a form or file';
