-- SPDX-License-Identifier: MIT
-- In the time of the force, whatever the session's: what is tallied by week must not hang on who wrote it.
create function data.week_of(moment timestamptz) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select date_trunc('week', moment at time zone 'Europe/London')::date
$$;
comment on function data.week_of(timestamptz) is 'The Monday of a moment''s week';
