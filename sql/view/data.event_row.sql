-- SPDX-License-Identifier: MIT
-- For the functions of its owner: it names people. Without a filter of its own, so that a line or a period
-- reaches the indexes of each kind.
create view data.event_row as
	select x.event_id, 'arrest' as kind, x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		case when x.drugs_linked then 'linked to drugs' else 'not linked to drugs' end as what, x.programme,
		x.voided_at is not null as voided, x.void_reason as why_void, x.entered_at, x.entered_by
	from data.arrest x
	union all
	select x.event_id, 'charge', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		o.label || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.charge x join ref.offence o on o.code = x.offence
	union all
	select x.event_id, 'safeguarding', x.event_ref, x.on_day, x.unit, x.line_id, x.person_id,
		concat_ws(', ', x.stage, x.route || ' service', x.mechanism, 'consent ' || x.consent), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.safeguarding x
	union all
	select x.event_id, 'disruption', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(', ', x.grade, x.four_p, g.group_ref, nullif(x.tactic, '')), x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.disruption x left join data.crime_group g using (group_id)
	union all
	select x.event_id, 'seizure', x.event_ref, x.on_day, x.unit, x.line_id, null,
		concat_ws(' ', x.quantity, nullif(x.measure, ''), x.what) || case when x.class_a then ', Class A' else '' end, x.programme, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.seizure x
	union all
	select x.event_id, 'ddtro', x.event_ref, x.on_day, x.unit, x.line_id, null,
		format('by a %s, to be complied with by %s%s', x.applicant_rank, x.compliance_due, coalesce(', complied ' || x.complied_on, '')),
		null, x.voided_at is not null, x.void_reason, x.entered_at, x.entered_by
	from data.ddtro x;
comment on view data.event_row is 'Events of every kind, one after the other';
