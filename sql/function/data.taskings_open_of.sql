-- SPDX-License-Identifier: MIT
create function data.taskings_open_of(moment timestamptz, ids uuid[])
returns table (tasking_id uuid, tasking_ref text, line_ref text, title text, route text, unit text, operation text, state text, due date, officer text, late text)
language sql stable rows 500
set search_path = pg_catalog, pg_temp
as $$
	select t.tasking_id, t.tasking_ref, l.line_ref, t.title, t.route, t.unit, t.operation, s.label, t.due, t.owner,
		case when t.due < moment::date then 'late' else '' end
	from (
		select x.tasking_id, x.tasking_ref, x.line_id, x.title, x.route, x.unit, x.operation, x.state, x.due, x.owner
		from data.tasking x where x.tasking_id = any (ids) and x.valid_from <= moment and x.is_open
		union all
		select h.tasking_id, h.tasking_ref, h.line_id, h.title, h.route, h.unit, h.operation, h.state, h.due, h.owner
		from data.tasking_history h where h.tasking_id = any (ids) and lower(h.during) <= moment and h.during @> moment and h.is_open
	) t
	join ref.tasking_state s on s.code = t.state
	left join data.line l using (line_id)
$$;
comment on function data.taskings_open_of(timestamptz, uuid[]) is 'Which of some taskings were open then, as they stood, of what the caller sees';
