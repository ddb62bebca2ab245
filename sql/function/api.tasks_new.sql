-- SPDX-License-Identifier: MIT
-- Whoever never looked is told of the last week.
create function api.tasks_new() returns bigint
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select count(distinct e.tasking_id)
	from data.staff me
	cross join lateral (
		select x.tasking_id, x.login from data.tasking_event x
		where x.recorded_at > coalesce((select n.seen_at from data.tasking_seen n where n.login = me.login), now() - interval '7 days')
		order by x.recorded_at desc limit 1000) e
	join data.tasking t on t.tasking_id = e.tasking_id
	where me.login = session_user and e.login <> session_user
		and (t.owner = me.login or t.raised_by = me.login or t.unit = me.unit or t.unit = any (me.sees_units))
$$;
comment on function api.tasks_new() is 'How many taskings of the caller others did something to since the caller last looked';
