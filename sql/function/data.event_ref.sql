-- SPDX-License-Identifier: MIT
create function data.event_ref(p_letters text, p_id uuid) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select p_letters || '-' || upper(left(replace(p_id::text, '-', ''), 8))
$$;
comment on function data.event_ref(text, uuid) is 'The reference of an event that came without one';
