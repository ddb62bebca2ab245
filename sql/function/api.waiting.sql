-- SPDX-License-Identifier: MIT
-- What stands still until somebody decides, most urgent first.
create function api.waiting(at_most int default 300)
returns table (kind text, object text, object_id uuid, line_id uuid, line_ref text, name text, what text, since date, due date,
	late boolean, who text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with c as materialized (
		select * from ref.clock
	), wait as (
		(select 'deconfliction' as kind, 'deconfliction' as object, d.deconfliction_id as object_id, l.line_id, l.line_ref, l.name,
			case d.state when 'same' then 'the same line, to be merged' else 'may be the same as another line (' || d.cause || ')' end as what,
			d.raised_on as since, null::date as due, 'analyst or supervisor' as who
		from data.deconfliction d
		join lateral (select x.* from data.line x where x.line_id in (d.line_a, d.line_b) order by x.line_ref limit 1) l on true
		where d.is_open limit 200)
		union all
		(select case a.state when 'proposed' then 'moderation' else 'signature' end, 'assessment', a.assessment_id, l.line_id, l.line_ref, l.name,
			'score ' || a.state || ' by ' || coalesce(a.moderated_by, a.proposer)
				|| case when a.second_by is not null then ', scored second by ' || a.second_by else '' end,
			coalesce(a.moderated_on, a.proposed_on), null, case a.state when 'proposed' then 'analyst' else 'supervisor' end
		from data.assessment a join data.line l using (line_id) where a.state in ('proposed', 'moderated') limit 200)
		union all
		(select 'ratification', 'outcome', k.closure_id, l.line_id, l.line_ref, l.name,
			case k.kind when 'type1' then 'Type 1 ' else 'Type 2 ' end || k.outcome_ref || ' claimed by ' || k.claimed_by, k.claimed_on, null, 'supervisor'
		from data.closure k join data.line l using (line_id) where k.state = 'claimed' limit 200)
		union all
		(select 'check-back', 'outcome', k.closure_id, l.line_id, l.line_ref, l.name, 'Type 1 ' || k.outcome_ref || ' is provisional', k.ratified_on,
			k.check_back_due, 'any but an auditor'
		from data.closure k join data.line l using (line_id) where k.state = 'provisional' order by k.check_back_due limit 200)
		union all
		(select 'stale', 'line', l.line_id, l.line_id, l.line_ref, l.name,
			'nothing heard since ' || coalesce(greatest(l.last_seen, l.last_review)::text, 'it came') || ': keep, dormant or close',
			greatest(l.last_seen, l.last_review), null, 'analyst or supervisor'
		from data.line l cross join c
		where l.is_open and l.status <> 'dormant' and coalesce(greatest(l.last_seen, l.last_review) < c.stale_before, true)
		order by l.sort_score, l.sort_seen, l.line_ref limit 100)
	)
	select w.kind, w.object, w.object_id, w.line_id, w.line_ref, w.name, w.what, w.since, w.due, coalesce(w.due < c.today, false), w.who
	from wait w cross join c
	order by coalesce(w.due < c.today, false) desc, coalesce(w.due >= c.today, false), w.kind = 'stale', w.due, w.since, w.line_ref
	limit least(at_most, 1000)
$$;
comment on function api.waiting(int) is 'What waits for a decision on the lines the caller sees: doubles, scores, outcomes, check-backs, stale lines';
