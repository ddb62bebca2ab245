-- SPDX-License-Identifier: MIT
-- In plpgsql, which keeps its plan, as api.review_now.
create function api.review_card(id uuid) returns table (section text, label text, text text, was text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with i as (
		select x.*, r.week, r.since, r.state as review_state, l.line_ref, l.score, l.band, l.status, l.export_force, l.export_npu, l.imports_text,
			l.lro, l.groups_text, l.last_seen, l.last_review
		from data.review_item x join data.review r using (review_id) left join data.line l using (line_id) where x.item_id = review_card.id
	)
	select c.section, c.label, c.text, c.was from (
		select 1 as place, w.n, 'Why it is here' as section, '' as label, w.why as text, null as was from i cross join lateral unnest(i.why) with ordinality w (why, n)
		union all
		select 2, 1, 'Decision', d.label, v.rationale || format(' (%s, %s)', v.decided_by, to_char(v.decided_at, 'YYYY-MM-DD HH24:MI')), null
		from i join data.review_decision v on v.item_id = i.item_id join ref.decision d on d.code = v.decision
		union all
		select 2, 1 + row_number() over (order by n.at), 'Decision', case when n.late then 'Late ' else '' end || n.kind, format('%s (%s)', n.text, n.login), null
		from i join data.review_note n on n.item_id = i.item_id
		union all
		select 3, row_number() over (order by c.cell), 'Since ' || to_char(i.since, 'DD Month'), replace(initcap(c.cell), '_', ' '),
			coalesce(nullif(c.now, ''), 'none'), coalesce(nullif(c.was, ''), 'none')
		from i cross join lateral data.line_changes(i.line_id, i.since) c
		union all
		select 4, v.n, 'How it stands', v.label, v.text, null
		from i left join lateral api.standing(array[i.line_id]) s on true
		cross join lateral (values (1, 'Rank', s.rank::text), (2, 'Score', i.score || ', ' || i.band), (3, 'Trend', (
				select string_agg(t.total::text, ' ' order by t.signed_on) from (select a.total, a.signed_on from data.assessment a
					where a.line_id = i.line_id and a.signed_on is not null order by a.signed_on desc limit 12) t)),
			(4, 'Status', (select x.label from ref.line_status x where x.code = i.status)), (5, 'Run from', concat_ws(', ', i.export_npu, i.export_force)),
			(6, 'Sells in', replace(i.imports_text, ';', ', ')), (7, 'LRO', i.lro), (8, 'Groups', replace(i.groups_text, ';', ', ')),
			(9, 'Last seen', i.last_seen::text), (10, 'Reviewed', i.last_review::text)) v (n, label, text)
		where i.line_id is not null and v.text <> ''
		union all
		select 5, row_number() over (order by not t.is_open, t.due_on), 'Taskings', t.tasking_ref,
			format('%s: %s, due %s, %s', t.title, t.unit, t.due_on, lower(t.state_label)) || case when t.late then ' (late)' else '' end, null
		from i cross join lateral (select x.* from api.taskings x where x.line_id = i.line_id or i.line_id is null and x.group_id = i.group_id
			order by not x.is_open, x.due_on desc limit 8) t
		union all
		select 6, row_number() over (order by o.claimed_on), 'Outcomes', o.outcome_ref, format('%s, %s, on %s', o.kind, o.state, o.on_day)
			|| coalesce(', check-back due ' || o.check_back_due, ''), null
		from i join api.outcomes o using (line_id)
		union all
		select 7, row_number() over (order by v.decided_at desc), 'Decided before', r.week, format('%s: %s', d.label, v.rationale), null
		from i cross join lateral (select x.* from data.review_decision x where x.line_id = i.line_id and x.item_id <> i.item_id
			order by x.decided_at desc limit 5) v join data.review r on r.review_id = v.review_id join ref.decision d on d.code = v.decision
	) c order by c.place, c.n;
end
$$;
comment on function api.review_card(uuid) is 'An item as the meeting looks at it: why it is here, what changed, how it stands, taskings, outcomes, what was decided';
