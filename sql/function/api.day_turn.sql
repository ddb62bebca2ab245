-- SPDX-License-Identifier: MIT
create function api.day_turn() returns boolean
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.turn()
$$;
comment on function api.day_turn() is 'Bring counters and the week''s ranks up to the clock; true if something was due';
