-- SPDX-License-Identifier: MIT
create function api.next_review() returns date
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.next_review(c.today) from ref.clock c
$$;
comment on function api.next_review() is 'The day of the next weekly review';
