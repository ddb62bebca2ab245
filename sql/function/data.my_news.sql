-- SPDX-License-Identifier: MIT
-- Sees every step, for a look at each through the policy of its tasking would read them all; who asks joins
-- data.tasking, and there the policy stands. The latest thousand are walked: more than that is "many" all the same.
create function data.my_news() returns setof uuid
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	me data.staff;
	-- Whoever never looked is told of the last week.
	since timestamptz := coalesce((select n.seen_at from data.tasking_seen n where n.login = session_user), now() - interval '7 days');
begin
	select s.* into me from data.staff s where s.login = session_user and s.active and s.valid_to > now();
	return query
		select distinct t.tasking_id
		from (select x.tasking_id, x.login from data.tasking_event x where x.recorded_at > since
			order by x.recorded_at desc limit 1000) e
		join data.tasking t on t.tasking_id = e.tasking_id
		where e.login <> me.login
			and (t.owner = me.login or t.raised_by = me.login or t.unit = me.unit or t.unit = any (me.sees_units));
end
$$;
comment on function data.my_news() is 'The caller''s taskings that others did something to since the caller last looked';
