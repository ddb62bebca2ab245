-- SPDX-License-Identifier: MIT
create function data.step_task_raise_group(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	seen data.crime_group;
	t data.tasking;
begin
	select * into strict seen from data.crime_group where group_id = p_id for key share;
	if seen.row_version <> p_version then -- none is given for many at once
		perform data.refuse_stale('Group ' || seen.group_ref, p_version, seen.row_version, seen.changed_by);
	end if;
	t := data.tasking_new(null, p_id, cells);
	id := t.tasking_id;
	ref := t.tasking_ref;
	version := t.row_version;
	said := format('%s is %s for %s, due %s', t.tasking_ref, t.state, t.unit, t.due);
	lines := '{}';
end
$$;
comment on function data.step_task_raise_group(uuid, int, jsonb) is 'Raise a tasking on a group';
