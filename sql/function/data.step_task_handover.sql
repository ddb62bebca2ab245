-- SPDX-License-Identifier: MIT
create function data.step_task_handover(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	faults text[] := data.handover_faults(cells);
	o data.tasking;
	n data.tasking;
	held int := 0;
begin
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	id := null;
	version := null;
	lines := '{}';
	for o in select * from data.tasking t where t.owner = cells ->> 'officer' and t.is_open order by t.tasking_id for update loop
		n := o;
		n.owner := cells ->> 'to';
		perform data.tasking_keep('task_handover', o, n, cells ->> 'reason', format('is handed over from %s to %s', o.owner, n.owner));
		held := held + 1;
		if o.line_id is not null and o.line_id <> all (lines) then
			lines := lines || o.line_id;
		end if;
	end loop;
	ref := '';
	said := format('%s tasking%s handed over from %s to %s', held, case when held = 1 then ' is' else 's are' end,
		cells ->> 'officer', cells ->> 'to');
end
$$;
comment on function data.step_task_handover(uuid, int, jsonb) is 'Hand all open taskings of one officer to another';
