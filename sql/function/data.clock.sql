-- SPDX-License-Identifier: MIT
create function data.clock() returns timestamptz
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select at from ref.clock
$$;
comment on function data.clock() is 'Business time: the training clock where one runs, else now()';
