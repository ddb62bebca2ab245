-- SPDX-License-Identifier: MIT
create function data.values_ddtro_comply(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', e.version::text, concat_ws(' ', e.event_ref, e.kind) from data.event(id) e
$$;
comment on function data.values_ddtro_comply(uuid) is 'Which event';
