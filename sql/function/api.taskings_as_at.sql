-- SPDX-License-Identifier: MIT
create function api.taskings_as_at(moment timestamptz) returns table (tasking_id uuid, tasking_ref text, line_ref text, title text, route text, unit text, operation text, state text, is_open boolean, due date, officer text, raised_on date, completed_on date, late boolean)
language sql stable security definer rows 10000
set search_path = pg_catalog, pg_temp
as $$
	select t.tasking_id, t.tasking_ref, l.line_ref, t.title, t.route, t.unit, t.operation, t.state, t.is_open, t.due, t.owner, t.raised_on,
		t.completed_on, t.is_open and t.due < moment::date
	from (
		select x.tasking_id, x.tasking_ref, x.line_id, x.title, x.route, x.unit, x.operation, x.state, x.is_open, x.due, x.owner, x.raised_on, x.completed_on
		from data.tasking x where x.valid_from <= moment
		union all
		select h.tasking_id, h.tasking_ref, h.line_id, h.title, h.route, h.unit, h.operation, h.state, h.is_open, h.due, h.owner, h.raised_on, h.completed_on
		from data.tasking_history h where upper(h.during) > moment and h.during @> moment
	) t left join data.line l using (line_id)
	order by t.due, t.tasking_ref
$$;
comment on function api.taskings_as_at(timestamptz) is 'The taskings as they stood then, of the lines the caller may see now';
