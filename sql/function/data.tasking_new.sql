-- SPDX-License-Identifier: MIT
-- What the form left empty comes from its template, or is as usual.
create function data.tasking_new(p_line uuid, p_group uuid, cells jsonb) returns data.tasking
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	today date := data.clock()::date;
	filled jsonb := jsonb '{"title": ""}' || data.tasking_filled(p_line, cells);
	faults text[] := data.tasking_faults(today, filled);
	kept boolean := coalesce(cells ->> 'submit', '') = 'no';
	t data.tasking;
begin
	if faults is not null then
		perform data.refuse_fields(faults);
	end if;
	t := data.tasking_fill(t, filled);
	insert into data.tasking (tasking_ref, line_id, group_id, force, state, raised_on, submitted_on, title, asked, why, unit,
		owner, due, priority, route, four_p, nim_level, operation, resources)
	values (data.next_tasking_ref(), p_line, p_group, coalesce((select l.holder_force from data.line l where l.line_id = p_line),
			(select s.force from data.staff s where s.login = session_user)),
		case when kept then 'draft' else 'submitted' end, today, case when not kept then today end, t.title, t.asked, t.why, t.unit,
		t.owner, t.due, t.priority, t.route, t.four_p, t.nim_level, t.operation, t.resources)
	returning * into t;
	insert into data.tasking_event (tasking_id, at, step, to_state, reason, said)
	values (t.tasking_id, data.clock(), 'task_raise', t.state, t.why,
		format('is raised%s: %s is to do it by %s', case when kept then ' as a draft' else '' end, t.unit, t.due));
	return t;
end
$$;
comment on function data.tasking_new(uuid, uuid, jsonb) is 'Raise a tasking on a line, a group, or both';
