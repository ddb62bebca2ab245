-- SPDX-License-Identifier: MIT
-- Undoing a step is asked of whoever may take that step.
create function data.tasking_party_fault(p_step text, p_id uuid) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	t data.tasking;
	me data.staff;
	r ref.tasking_route;
	asked text := p_step;
begin
	select * into t from data.tasking where tasking_id = p_id;
	select * into me from data.staff where login = session_user;
	select * into r from ref.tasking_route where code = t.route;
	if p_step = 'task_undo' then
		select e.step into asked from data.tasking_event e where e.tasking_id = p_id order by e.place desc limit 1;
	end if;
	case (select m.party from ref.tasking_move m where m.step = asked limit 1)
	when 'unit' then
		if not data.acts_for(session_user, t.unit, t.force) and t.owner is distinct from session_user then
			return format('it is for %s to answer', t.unit);
		end if;
	when 'authoriser' then
		if me.writes_force is distinct from t.force then
			return format('it is %s''s to authorise', t.force);
		elsif me.role <> all (r.authorisers) then
			return format('the route %s is authorised by: %s', r.label, array_to_string(r.authorisers, ', '));
		end if;
	when 'raiser', 'reviewer' then
		if t.raised_by <> session_user and me.writes_force is distinct from t.force then
			return format('it was raised by %s', t.raised_by);
		end if;
	else
		null; -- what cannot be undone says so itself
	end case;
	return null;
end
$$;
comment on function data.tasking_party_fault(text, uuid) is 'Why a step on a tasking is not the caller''s to take; null if it is';
