-- SPDX-License-Identifier: MIT
create view api.review_items as
	select i.item_id, i.review_id, r.week, r.meets_on, r.state as review_state, i.position, i.kind, k.label as kind_label, i.line_id,
		l.line_ref, l.name, i.group_id, g.group_ref, i.subject, array_to_string(i.why, E'\n') as why, i.added_by, i.carried, i.state,
		d.decision, x.label as decision_label, d.rationale, d.decided_by, d.decided_at, d.authority, d.recorded_by, d.referred_to,
		d.information, d.threat, d.powers, d.options, d.action, d.ethics,
		(select string_agg(t.tasking_ref, ';' order by t.tasking_ref) from data.review_tasking y join data.tasking t using (tasking_id)
			where y.decision_id = d.decision_id) as taskings,
		i.row_version as version
	from data.review_item i
	join data.review r using (review_id)
	join ref.review_kind k on k.code = i.kind
	left join data.line l using (line_id)
	left join data.crime_group g using (group_id)
	left join data.review_decision d on d.item_id = i.item_id
	left join ref.decision x on x.code = d.decision;
comment on view api.review_items is 'Agendas of the reviews, with what was decided, as far as the caller sees what they are about; order by position';
