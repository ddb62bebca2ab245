-- SPDX-License-Identifier: MIT
-- The first charge of a person counts, the others are shown beside it.
create function data.rows_charged(from_day date, to_day date, known timestamptz)
returns table (ref text, line_id uuid, on_day date, unit text, what text, counts numeric, base numeric)
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select c.event_ref, c.line_id, c.on_day, c.unit,
		o.label || case when c.nth > 1 then ': counted already by ' || c.first_ref else '' end, (c.nth = 1)::int, null::numeric
	from (
		select c.*, row_number() over person as nth, first_value(c.event_ref) over person as first_ref
		from data.charge c join ref.offence o on o.code = c.offence
		where c.on_day between from_day and to_day and c.programme and o.counts_for_type1 and c.entered_at <= known
			and coalesce(c.voided_at, 'infinity') > known
		window person as (partition by c.person_id order by c.on_day, c.event_ref)
	) c join ref.offence o on o.code = c.offence
$$;
comment on function data.rows_charged(date, date, timestamptz) is 'Charges of the programme that count for Type 1; each person counts once';
