-- SPDX-License-Identifier: MIT
create function data.rows_groups(from_day date, to_day date, known timestamptz, kind text)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select d.event_ref, d.line_id, d.on_day, d.unit, concat_ws(', ', d.group_ref, d.grade, d.four_p)
			|| case when d.nth > 1 then ': counted already by ' || d.first_ref else '' end, (d.nth = 1)::int, null::numeric
	from (
		select d.*, g.group_ref, row_number() over one_group as nth, first_value(d.event_ref) over one_group as first_ref
		from data.disruption d
		join (select x.group_id, x.group_ref from data.crime_group x
			where x.kind = rows_groups.kind and (x.kind <> 'OCG' or data.group_mapped(x.group_id, known)) offset 0) g using (group_id)
		where d.on_day between from_day and to_day and d.programme and d.grade in ('major', 'moderate', 'minor')
			and d.entered_at <= known
			and coalesce(d.voided_at, 'infinity') > known
		window one_group as (partition by d.group_id order by d.on_day, d.event_ref)
	) d
$$;
comment on function data.rows_groups(date, date, timestamptz, text) is 'Disruptions by the programme of mapped OCGs, or of USGs; each group counts once';
