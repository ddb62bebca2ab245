-- SPDX-License-Identifier: MIT
-- A function, since the tables name people and have no policy: only events of lines the caller sees, and
-- nobody's reference.
create function api.events(from_day date, to_day date)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_ref text, what text, programme boolean,
	voided boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select e.event_id, e.kind, e.event_ref, e.on_day, e.unit, l.line_ref, e.what, e.programme, e.voided
	from data.line_events(from_day, to_day) e
	join data.line l using (line_id)
	order by e.on_day, e.event_ref
$$;
comment on function api.events(date, date) is 'Events of the lines the caller sees, without the people';
