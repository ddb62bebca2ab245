-- SPDX-License-Identifier: MIT
create function data.values_event_void(id uuid) returns table (name text, value text, note text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select '', e.version::text, concat_ws(' ', e.event_ref, e.kind) from data.event(id) e
$$;
comment on function data.values_event_void(uuid) is 'Which event';
