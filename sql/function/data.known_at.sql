-- SPDX-License-Identifier: MIT
create function data.known_at(as_at date) returns timestamptz
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select data.day_start(as_at + 1) - interval '1 microsecond'
$$;
comment on function data.known_at(date) is 'The last moment of a day: what was entered and stood by then counts';
