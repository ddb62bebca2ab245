-- SPDX-License-Identifier: MIT
create function data.next_review(after date) returns date
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
	select after + 1 + mod(10 - extract(isodow from after)::int - 1, 7)
$$;
comment on function data.next_review(date) is 'The day of the next weekly review after a day: a Wednesday';
