-- SPDX-License-Identifier: MIT
create function data.step_task_review(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_review', p_id, p_version);
	n data.tasking := o;
begin
	n.state := 'reviewed';
	n.reviewed_by := session_user;
	n.reviewed_on := data.clock()::date;
	if coalesce(cells ->> 'complete', '') <> 'no' then
		n.state := 'complete';
		n.completed_on := n.reviewed_on;
	end if;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_review', o, n, cells ->> 'reason', case n.state when 'complete' then 'is reviewed and complete' else 'is reviewed' end) k;
end
$$;
comment on function data.step_task_review(uuid, int, jsonb) is 'Review the result of a tasking';
