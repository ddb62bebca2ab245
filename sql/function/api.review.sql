-- SPDX-License-Identifier: MIT
create function api.review(id uuid) returns table (section text, label text, text text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with r as (
		select x.*, s.name as series from data.review x join data.review_series s using (series_id) where x.review_id = id
	), h as (
		select 1 as place, v.n::int as n, 'The meeting' as section, v.label, v.text
		from r cross join lateral (values
			(1, 'Review', r.series), (2, 'Week', r.week), (3, 'Meets on', to_char(r.meets_on, 'FMDay DD FMMonth YYYY')),
			(4, 'Chair', r.chair), (5, 'Attendees', array_to_string(r.attendees, ', ')), (6, 'Units', array_to_string(r.units, ', ')),
			(7, 'State', r.state), (8, 'Opened', to_char(r.opened_at, 'YYYY-MM-DD HH24:MI') || ' by ' || r.opened_by),
			(9, 'Closed', to_char(r.closed_at, 'YYYY-MM-DD HH24:MI') || ' by ' || r.closed_by),
			(10, 'Frozen as at', to_char(r.frozen_at, 'YYYY-MM-DD HH24:MI:SS')), (11, 'Hash', encode(r.frozen_hash, 'hex'))) v (n, label, text)
		where v.text <> ''
		union all
		select 1, 20 + c.n, 'The meeting', case c.act when 'hand-over' then 'Chair' when 'delegate' then 'Delegated' else 'Delegation ended' end,
			format('%s, by %s at %s: %s', c.login, c.by_login, to_char(c.at, 'HH24:MI'), c.reason)
		from r join data.review_chair c using (review_id)
	)
	select h.section, h.label, h.text from (
		select * from h
		union all
		select 2, i.position, 'Agenda', i.position || ' ' || concat_ws(' ', l.line_ref, nullif(l.name, ''), g.group_ref, nullif(i.subject, '')),
			array_to_string(i.why, E'\n') || coalesce(E'\n' || d.label || ' (' || v.decided_by || ', ' || to_char(v.decided_at, 'HH24:MI') || '): ' || v.rationale,
				case when r.state = 'prepared' then '' else E'\nto be decided' end)
		from r join data.review_item i using (review_id) left join data.line l using (line_id) left join data.crime_group g using (group_id)
		left join data.review_decision v on v.item_id = i.item_id left join ref.decision d on d.code = v.decision
		union all
		select 3, row_number() over (order by n.at, n.recorded_at)::int, 'Notes', case when n.late then 'Late ' else '' end || n.kind
				|| coalesce(' to item ' || i.position, ''), format('%s (%s, %s)', n.text, n.login, to_char(n.at, 'YYYY-MM-DD HH24:MI'))
		from r join data.review_note n using (review_id) left join data.review_item i on i.item_id = n.item_id
	) h order by h.place, h.n
$$;
comment on function api.review(uuid) is 'A review as people read it: the meeting, the agenda with what was decided, notes and corrections';
