-- SPDX-License-Identifier: MIT
create function data.rows_arrests(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select a.event_ref, a.line_id, a.on_day, a.unit, case when a.drugs_linked then 'linked to drugs' else 'not linked to drugs' end,
		1, null::numeric
	from data.arrest a
	where a.on_day between from_day and to_day and a.programme and a.entered_at <= known
		and coalesce(a.voided_at, 'infinity') > known
$$;
comment on function data.rows_arrests(date, date, timestamptz) is 'Arrests by the programme';
