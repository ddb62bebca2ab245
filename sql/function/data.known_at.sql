-- SPDX-License-Identifier: MIT
create function data.known_at(as_at date) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select (as_at + 1)::timestamp at time zone 'Europe/London' - interval '1 microsecond'
$$;
comment on function data.known_at(date) is 'The last moment of a day: what was entered and stood by then counts';
