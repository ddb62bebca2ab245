-- SPDX-License-Identifier: MIT
create function data.preview_task_handover(id uuid, cells jsonb) returns table (section text, label text, text text)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case when f.faults is null then 'What will be handed over' else 'Held' end, t.tasking_ref, concat_ws(', ', t.title, t.unit, 'due ' || t.due)
	from (select data.handover_faults(cells) as faults) f
	cross join lateral (select * from data.tasking x where x.owner = cells ->> 'officer' and x.is_open
		and (x.owner = session_user or x.force = (select s.writes_force from data.staff s where s.login = session_user))
		order by x.due limit 100) t
$$;
comment on function data.preview_task_handover(uuid, jsonb) is 'What would change hands';
