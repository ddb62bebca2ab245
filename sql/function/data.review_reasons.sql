-- SPDX-License-Identifier: MIT
-- A rule a block, each bounded by the series, each a short walk of an index. As the owner: who may not see a
-- line does not see its item. Planned for the review at hand: how much is new since the last one decides by which index.
create function data.review_reasons(r data.review) returns table (kind text, line_id uuid, group_id uuid, reason text, urgency bigint)
language plpgsql stable
set plan_cache_mode = force_custom_plan
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
	return query
	with s as (
		select x.top_n, x.most, c.today, greatest(c.today, r.meets_on) as on_day, c.stale_before, c.today - st.review_days as review_before
		from data.review_series x cross join ref.clock c cross join ref.setting st where x.series_id = r.series_id
	)
	(select 'late', t.line_id, case when t.line_id is null then t.group_id end,
		format('%s of %s %s %s: %s', t.tasking_ref, t.unit, case when t.due < s.on_day then 'was due' else 'is due' end, t.due, t.title)
			|| case when t.carried > 0 then format(' (carried forward %s)', case t.carried when 1 then 'once' else t.carried || ' times' end) else '' end,
		row_number() over (order by t.due)
	from s cross join lateral (
		(select x.* from data.tasking x where x.is_open and x.due < s.on_day and x.force = r.force order by x.due limit s.most)
		union all
		(select x.* from data.tasking x where x.is_open and x.due >= s.on_day and x.carried > 0 and x.force = r.force order by x.due limit s.most)) t)
	union all
	(select 'check-back', k.line_id, null, format('check-back of Type 1 %s due %s', k.outcome_ref, k.check_back_due), row_number() over (order by k.check_back_due)
	from s cross join lateral (select x.* from data.closure x join data.line l using (line_id)
		where x.state = 'provisional' and x.check_back_due < s.on_day + 7 and l.holder_force = r.force order by x.check_back_due limit s.most) k)
	union all
	(select 'ratify', k.line_id, null, format('%s %s claimed by %s', w.label, k.outcome_ref, k.claimed_by), row_number() over (order by k.claimed_on)
	from s cross join lateral (select x.* from data.closure x join data.line l using (line_id)
		where x.state = 'claimed' and l.holder_force = r.force order by x.claimed_on limit s.most) k
	join ref.word w on w.vocabulary = 'outcome_kind' and w.code = k.kind)
	union all
	(select 'sign', a.line_id, null, format('score %s by %s waits for signature', a.state, coalesce(a.moderated_by, a.proposer)), row_number() over (order by a.proposed_on)
	from s cross join lateral (select x.* from data.assessment x join data.line l using (line_id)
		where x.state in ('proposed', 'moderated') and l.holder_force = r.force order by x.proposed_on limit s.most) a)
	union all
	(select 'same', d.line_id, null, case d.state when 'same' then 'the same as another line, to be merged' else format('may be the same as another line (%s)', d.cause) end,
		row_number() over (order by d.raised_on)
	from s cross join lateral (select x.state, x.cause, x.raised_on, (select l.line_id from data.line l
			where l.line_id in (x.line_a, x.line_b) and l.holder_force = r.force order by l.line_ref limit 1) as line_id
		from data.deconfliction x where x.is_open order by x.raised_on limit s.most) d where d.line_id is not null)
	union all
	(select 'order', o.line_id, null, format('restriction order %s to be complied with by %s', o.event_ref, o.compliance_due), row_number() over (order by o.compliance_due)
	from s cross join lateral (select x.* from data.ddtro x join data.line l using (line_id)
		where x.complied_on is null and x.discharged_on is null and x.voided_at is null and x.compliance_due < s.on_day + 7
			and l.holder_force = r.force order by x.compliance_due limit s.most) o)
	union all
	(select 'new', n.line_id, null, format('new on the grid since %s', data.day_of(n.created_at)), row_number() over (order by n.sort_score, n.line_ref)
	from s cross join lateral (select l.* from data.line l where l.valid_from > r.since and l.created_at > r.since and l.is_open
		and l.holder_force = r.force order by l.sort_score, l.sort_seen, l.line_ref limit s.most) n)
	union all
	(select 'mover', m.line_id, null, m.told, row_number() over (order by m.far desc, m.line_ref)
	from s cross join lateral data.review_movers(r.force, r.since, s.most) m)
	union all
	(select 'top', t.line_id, null, format('rank %s, score %s', n.rank, t.score), n.rank
	from s cross join lateral (select l.* from data.line l where l.is_open and l.score is not null and l.holder_force = r.force
		order by l.sort_score, l.sort_seen, l.line_ref limit s.top_n) t
	cross join lateral data.standing(r.force, array[t.line_id]) n)
	union all
	(select 'stale', x.line_id, null, case when x.stale then format('nothing heard since %s', coalesce(greatest(x.last_seen, x.last_review)::text, 'it came'))
		else format('last reviewed %s', x.last_review) end, row_number() over (order by x.sort_score, x.sort_seen, x.line_ref)
	from s cross join lateral (select l.*, coalesce(greatest(l.last_seen, l.last_review) < s.stale_before, true) as stale from data.line l
		where l.is_open and l.status <> 'dormant' and l.holder_force = r.force
			and (coalesce(greatest(l.last_seen, l.last_review) < s.stale_before, true) or l.last_review < s.review_before)
		order by l.sort_score, l.sort_seen, l.line_ref limit s.most) x);
end
$$;
comment on function data.review_reasons(data.review) is 'Everything that belongs on the agenda of a review as things stand, and why';
