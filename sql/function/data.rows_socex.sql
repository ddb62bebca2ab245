-- SPDX-License-Identifier: MIT
create function data.rows_socex(from_day date, to_day date, known timestamptz, counted text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.grade, d.four_p, g.group_ref),
		case counted when 'arrested' then d.arrested when 'drugs' then d.arrested_drugs when 'trafficking' then d.trafficking_outcomes
			else 1 end, null::numeric
	from data.disruption d left join data.crime_group g using (group_id)
	where d.on_day between from_day and to_day and not d.programme and d.entered_at <= known
		and coalesce(d.voided_at, 'infinity') > known
		and case counted when 'arrested' then d.arrested when 'drugs' then d.arrested_drugs when 'trafficking' then d.trafficking_outcomes
			else 1 end > 0
$$;
comment on function data.rows_socex(date, date, timestamptz, text) is 'Disruption events of the force: how many, or the people in them (events, arrested, drugs, trafficking)';
