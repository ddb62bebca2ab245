-- SPDX-License-Identifier: MIT
create function data.day_start(day date) returns timestamptz
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select day::timestamp at time zone 'Europe/London'
$$;
comment on function data.day_start(date) is 'The moment a day begins, in the time of the force';
