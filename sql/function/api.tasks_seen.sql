-- SPDX-License-Identifier: MIT
create function api.tasks_seen() returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	insert into data.tasking_seen (login, seen_at) values (session_user, clock_timestamp())
	on conflict (login) do update set seen_at = excluded.seen_at
$$;
comment on function api.tasks_seen() is 'The caller has looked at their list: nothing in it is new any more';
