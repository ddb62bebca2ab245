-- SPDX-License-Identifier: MIT
create function data.tasking_lock(p_step text, p_id uuid, p_version int, p_cells jsonb default '{}') returns data.tasking
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	t data.tasking;
	blocked text;
begin
	select * into strict t from data.tasking where tasking_id = p_id for update;
	if t.row_version is distinct from p_version then
		perform data.refuse_stale('Tasking ' || t.tasking_ref, p_version, t.row_version, t.changed_by, p_cells,
			case when p_cells <> '{}' then (select jsonb_object_agg(v.name, v.value) from data.values_task_edit(p_id) v where v.name <> '') end);
	end if;
	blocked := data.blocked_tasking(p_step, p_id);
	if blocked is not null then
		perform data.refuse('GL002', format('%s: %s.', t.tasking_ref, blocked), 'Its history says how it stands.');
	end if;
	return t;
end
$$;
comment on function data.tasking_lock(text, uuid, int, jsonb) is 'The tasking a step is about to change, locked, as the caller saw it';
