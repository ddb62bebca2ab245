-- SPDX-License-Identifier: MIT
create function data.panel_disruptions(programme boolean)
returns table (series text, label text, ref text, line_id uuid, on_day date, unit text, what text, counts numeric, days int)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select initcap(d.grade), d.four_p, d.event_ref, d.line_id, d.on_day, d.unit,
		concat_ws(', ', d.grade, d.four_p, g.group_ref, nullif(d.tactic, '')), 1, null::int
	from data.panel_span() s
	join data.disruption d on d.on_day between s.from_day and s.upto and d.entered_at <= s.known
		and coalesce(d.voided_at, 'infinity') > s.known
	left join data.crime_group g using (group_id)
	where d.programme = panel_disruptions.programme
$$;
comment on function data.panel_disruptions(boolean) is 'Disruption events of the year by grade and 4P: the programme''s, or all others of the force';
