-- SPDX-License-Identifier: MIT
create function data.rows_engaged(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select g.event_ref, g.line_id, g.on_day, g.unit, concat_ws(', ', 'engaged', g.route || ' service', g.mechanism)
			|| case when g.nth > 1 then ': counted already by ' || g.first_ref else '' end, (g.nth = 1)::int, null::numeric
	from (
		select g.*, row_number() over person as nth, first_value(g.event_ref) over person as first_ref
		from data.safeguarding g
		where g.on_day between from_day and to_day and g.programme and g.stage = 'engaged' and g.entered_at <= known
			and coalesce(g.voided_at, 'infinity') > known
		window person as (partition by g.person_id order by g.on_day, g.event_ref)
	) g
$$;
comment on function data.rows_engaged(date, date, timestamptz) is 'Engagements with services through the programme; each person counts once';
