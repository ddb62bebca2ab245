-- SPDX-License-Identifier: MIT
create function data.line_events(from_day date, to_day date)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_id uuid, what text, programme boolean,
	voided boolean)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select e.event_id, e.kind, e.event_ref, e.on_day, e.unit, e.line_id, e.what, e.programme, e.voided
	from data.event_row e where e.on_day between from_day and to_day
$$;
comment on function data.line_events(date, date) is 'Events over a period, without the people';
