-- SPDX-License-Identifier: MIT
create function data.line_events(from_day date, to_day date, p_line uuid default null)
returns table (event_id uuid, kind text, event_ref text, on_day date, unit text, line_id uuid, person_id uuid, what text,
	programme boolean, voided boolean, why_void text, entered_at timestamptz, entered_by text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	select x.event_id, 'arrest', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		case when x.drugs_linked then 'linked to drugs' else 'not linked to drugs' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.arrest x where x.on_day between from_day and to_day and (p_line is null or x.line_id = p_line)
	union all
	select x.event_id, 'charge', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		o.label || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.charge x join ref.offence o on o.code = x.offence
	where x.on_day between from_day and to_day and (p_line is null or x.line_id = p_line)
	union all
	select x.event_id, 'safeguarding', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		concat_ws(', ', x.stage, x.route || ' service', x.mechanism, 'consent ' || x.consent), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.safeguarding x where x.on_day between from_day and to_day and (p_line is null or x.line_id = p_line)
	union all
	select x.event_id, 'disruption', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(', ', x.grade, x.four_p, g.group_ref, nullif(x.tactic, '')), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.disruption x left join data.crime_group g using (group_id)
	where x.on_day between from_day and to_day and (p_line is null or x.line_id = p_line)
	union all
	select x.event_id, 'seizure', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(' ', x.quantity, nullif(x.measure, ''), x.what) || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.seizure x where x.on_day between from_day and to_day and (p_line is null or x.line_id = p_line)
	union all
	select x.event_id, 'ddtro', x.event_ref, x.on_day, x.unit, x.line_id, null,
		format('by a %s, to be complied with by %s%s', x.applicant_rank, x.compliance_due, coalesce(', complied ' || x.complied_on, '')),
		null, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.ddtro x where x.on_day between from_day and to_day and (p_line is null or x.line_id = p_line)
$$;
comment on function data.line_events(date, date, uuid) is 'Events over a period, of one line or of all';
