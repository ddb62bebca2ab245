-- SPDX-License-Identifier: MIT
create function data.day_of(at timestamptz) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select (at at time zone 'Europe/London')::date
$$;
comment on function data.day_of(timestamptz) is 'The day of a moment, in the time of the force';
