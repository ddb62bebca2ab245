-- SPDX-License-Identifier: MIT
create function data.blocked_tasking(step text, id uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
	t data.tasking;
begin
	if step = 'task_undo' then
		return data.tasking_undo_blocked(id);
	end if;
	select * into t from data.tasking where tasking_id = id;
	return case
		when not exists (select from ref.tasking_move m where m.step = blocked_tasking.step and m.from_state = t.state)
			then format('it is %s', (select lower(s.label) from ref.tasking_state s where s.code = t.state))
		when step in ('task_authorise', 'task_refuse') and t.raised_by = session_user
			then 'you raised it: somebody else authorises it'
		when step = 'task_offer' and t.state = 'declined' and t.raised_by = session_user
			then 'you raised it: somebody else offers it again'
		when step = 'task_review' and t.result_by = session_user then 'you recorded the result: somebody else reviews it'
		when step in ('task_submit', 'task_authorise', 'task_offer') then data.tasking_wall(t.line_id)
	end;
end
$$;
comment on function data.blocked_tasking(text, uuid) is 'Why a step cannot be taken on a tasking as it stands; null if it can';
