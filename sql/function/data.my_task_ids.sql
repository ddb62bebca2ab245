-- SPDX-License-Identifier: MIT
-- Sees every row, since nine walks under the policy would cost more than all the rest; who asks for them joins
-- data.tasking, and there the policy stands. Each branch is a walk along an index of open taskings, and bounded: units
-- that answer are few, and so are their late and due ones. A tasking stands in the first section it fits. Late is what
-- is open and past its day, whoever has to act: the grid, the export and the sheet of a unit count the same.
create function data.my_task_ids(at_most int) returns table (tasking_id uuid, section int, fresh boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set enable_bitmapscan = off -- each limit is a walk in order: a bitmap would fetch all of a unit's
as $$
declare
	me data.staff;
	today date;
	review date;
	units text[];
	seen timestamptz := (select n.seen_at from data.tasking_seen n where n.login = session_user);
begin
	select s.* into me from data.staff s where s.login = session_user and s.active and s.valid_to > now();
	select k.today into today from ref.clock k;
	review := data.next_review(today);
	units := array(select distinct u from unnest(me.sees_units || me.unit) u
		where u is not null and me.role in ('analyst', 'lro', 'supervisor'));
	return query
		select x.id, min(x.n), seen is not null and exists (select from data.tasking_event e
			where e.tasking_id = x.id and e.recorded_at > seen and e.login <> me.login)
		from (
			select t.tasking_id as id, case when t.due < today then 1 when t.state = 'offered' then 2 when t.due <= review then 3 else 4 end as n
			from unnest(units) u
			cross join lateral (
				(select o.tasking_id, o.due, o.state from data.tasking o where o.unit = u and o.is_open and o.due < today
					order by o.due limit at_most)
				union all
				(select o.tasking_id, o.due, o.state from data.tasking o where o.unit = u and o.state = 'offered' order by o.answer_due limit at_most)
				union all
				(select o.tasking_id, o.due, o.state from data.tasking o where o.unit = u and o.due >= today
					and o.state in ('accepted', 'in-progress') order by o.due limit at_most)) t
			union all
			select t.tasking_id, case when t.due < today then 1 when t.state = 'offered' then 2 when t.due <= review then 3 else 4 end
			from (select o.tasking_id, o.due, o.state from data.tasking o where o.owner = me.login and o.is_open
				and (o.due < today or o.state in ('offered', 'accepted', 'in-progress')) order by o.due limit at_most) t
			union all -- what waits for a decision
			select t.tasking_id, 5
			from unnest(array['submitted', 'declined', 'result', 'reviewed']) st
			cross join lateral (select o.* from data.tasking o where o.force = me.writes_force and o.state = st
				and o.state in ('submitted', 'declined', 'returned', 'result', 'reviewed') -- or the index is not seen to fit
				order by o.due limit at_most) t
			where st not in ('submitted', 'declined') and t.result_by is distinct from me.login
				or t.raised_by <> me.login and exists (select from ref.tasking_route r where r.code = t.route and me.role = any (r.authorisers))
			union all
			select t.tasking_id, 5 from (select o.tasking_id from data.tasking o where o.raised_by = me.login
				and o.state in ('declined', 'returned', 'result', 'reviewed') and o.result_by is distinct from me.login
				order by o.due limit at_most) t
			union all
			select t.tasking_id, 5 from (select o.tasking_id from data.tasking o where o.force = me.writes_force and o.state = 'returned'
				order by o.due limit at_most) t
			union all -- what waits for others
			select t.tasking_id, 6 from (select o.tasking_id from data.tasking o where o.raised_by = me.login and o.is_open
				order by o.due limit at_most) t
			union all
			select t.tasking_id, 6 from unnest(units) u
			cross join lateral (select o.tasking_id from data.tasking o where o.unit = u
				and o.state in ('submitted', 'authorised', 'declined', 'returned', 'result', 'reviewed') order by o.due limit at_most) t
		) x group by x.id;
end
$$;
comment on function data.my_task_ids(int) is 'The taskings that concern the caller, and why: late, to answer, due, open, to decide, waiting on others; fresh: others did something since the caller looked';
