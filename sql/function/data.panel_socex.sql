-- SPDX-License-Identifier: MIT
-- As data.rows_socex counts them, in one walk.
create function data.panel_socex()
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select to_char(d.on_day, 'Mon'), x.label, d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.grade, d.four_p, g.group_ref),
		x.n, null::int
	from data.panel_span() s
	join data.disruption d on d.on_day between s.from_day and s.upto and d.entered_at <= s.known
		and coalesce(d.voided_at, 'infinity') > s.known
	left join data.crime_group g using (group_id)
	cross join lateral (values ('Arrested', d.arrested), ('Linked to drugs', d.arrested_drugs), ('Trafficking', d.trafficking_outcomes))
		x (label, n)
	where not d.programme and x.n > 0
$$;
comment on function data.panel_socex() is 'People arrested in disruption events of the force, outside the programme';
