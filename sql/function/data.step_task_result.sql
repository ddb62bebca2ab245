-- SPDX-License-Identifier: MIT
create function data.step_task_result(p_id uuid, p_version int, cells jsonb,
	out id uuid, out ref text, out version int, out said text, out lines uuid[])
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	o data.tasking := data.tasking_lock('task_result', p_id, p_version);
	n data.tasking := o;
	on_day date := coalesce(data.parse_day(cells ->> 'on'), data.clock()::date);
begin
	if on_day < o.raised_on then
		perform data.refuse_fields(array[format('on: %s lies before it was raised, %s', on_day, o.raised_on)]);
	end if;
	n.state := 'result';
	n.result := cells ->> 'result';
	n.evidence := cells ->> 'evidence';
	n.result_by := session_user;
	n.result_on := on_day;
	select k.* into id, ref, version, said, lines
	from data.tasking_keep('task_result', o, n, cells ->> 'result', 'has a result, to be reviewed') k;
end
$$;
comment on function data.step_task_result(uuid, int, jsonb) is 'Record the result of a tasking';
