-- SPDX-License-Identifier: MIT
-- The steps taken on lines, as the console would have written them down, oldest first.
insert into data.line_event (line_id, at, login, step, object_id, said, reason)
select x.line_id, x.at, x.login, x.step, x.object_id, x.said, x.reason
from (
	select l.line_id, l.created_at as at, case when l.holder_force <> l.export_force then 'analyst1' when l.holder_force = 'West Midlands' then coalesce(l.lro, 'analyst1') else 'file' end as login,
		'line_add' as step, l.line_id as object_id, format('%s is on the grid', l.line_ref) as said, '' as reason
	from data.line l
	union all
	select l.line_id, h.at, 'analyst1', 'line_dormant', l.line_id, format('%s is dormant', l.line_ref),
		'SYNTHETIC. Nothing heard since ' || l.last_seen || '.'
	from data.line l
	join (select line_id, min(valid_from) as at from (select line_id, status, valid_from from data.line
			union all select line_id, status, valid_from from data.line_history) v
		where status = 'dormant' group by line_id) h using (line_id)
	union all
	select l.line_id, l.last_review + time '10:00', 'supervisor1', 'line_close', l.line_id, format('%s is closed', l.line_ref),
		'SYNTHETIC. The holder left; nobody took it over.'
	from data.line l where l.status = 'closed-other' and not exists (select from data.review_decision d where d.line_id = l.line_id and d.decision = 'close')
	union all
	select a.line_id, a.proposed_on + time '14:00', a.proposer, 'assess_propose', a.assessment_id,
		format('A score of %s is proposed for %s: an analyst moderates it, a supervisor signs it', t.total, l.line_ref), 'SYNTHETIC. Looked at anew.'
	from data.assessment a join data.line l using (line_id) cross join lateral data.assessment_total(a.assessment_id, a.model) t
	where a.state <> 'signed'
	union all
	select a.line_id, a.moderated_on + time '11:00', a.moderated_by, 'assess_moderate', a.assessment_id,
		format('The score of %s is moderated: it comes to %s', l.line_ref, t.total), 'SYNTHETIC. Compared with the lines beside it.'
	from data.assessment a join data.line l using (line_id) cross join lateral data.assessment_total(a.assessment_id, a.model) t
	where a.state = 'moderated'
	union all
	select a.line_id, a.proposed_on + time '16:00', 'analyst1', 'assess_return', a.assessment_id,
		format('The score of %s goes back to %s', l.line_ref, a.proposer), 'SYNTHETIC. "As before" is no reason: what is new since the last score?'
	from data.assessment a join data.line l using (line_id) where a.state = 'returned'
	union all
	select a.line_id, greatest(a.signed_on + time '10:00', l.created_at), a.signed_by, 'assess_sign', a.assessment_id,
		format('%s scores %s, %s', l.line_ref, a.total, a.band), 'SYNTHETIC. As moderated.'
	from data.assessment a join data.line l using (line_id) where a.signed_on is not null
	union all
	select c.line_id, s.at, s.login, case when s.state = 'claimed' then c.kind || '_claim'
			when s.state = 'provisional' or c.kind = 'type2' then 'outcome_ratify' when s.state = 'verified' then 'checkback_pass' else 'checkback_fail' end,
		c.closure_id, case when s.state = 'claimed' then format('A %s outcome of %s is claimed as %s: a supervisor ratifies it',
				case c.kind when 'type1' then 'Type 1' else 'Type 2' end, l.line_ref, c.outcome_ref)
			when s.state = 'provisional' or c.kind = 'type2' then format('%s is ratified: %s is closed', c.outcome_ref, l.line_ref)
			when s.state = 'verified' then format('%s is verified: %s stays closed', c.outcome_ref, l.line_ref)
			else format('%s is revoked: %s is open again', c.outcome_ref, l.line_ref) end,
		case when s.reason <> '' then s.reason when s.state = 'provisional' or c.kind = 'type2' and s.state = 'verified' then 'SYNTHETIC. Exhibits seen.' else '' end
	from data.closure_state s join data.closure c using (closure_id) join data.line l using (line_id)
	union all
	select x.line_id, x.entered_at, x.entered_by, x.step, x.event_id, format('%s on %s is recorded: %s', x.what, l.line_ref, x.event_ref), ''
	from (
		select line_id, entered_at, entered_by, 'arrest_add' as step, event_id, 'An arrest' as what, event_ref from data.arrest
		union all select line_id, entered_at, entered_by, 'charge_add', event_id, 'A charge', event_ref from data.charge
		union all select line_id, entered_at, entered_by, 'safeguard_add', event_id, 'Safeguarding', event_ref from data.safeguarding
		union all select line_id, entered_at, entered_by, 'seizure_add', event_id, 'A seizure', event_ref from data.seizure
		union all select line_id, entered_at, entered_by, 'ddtro_add', event_id, 'A restriction order', event_ref from data.ddtro
	) x join data.line l using (line_id)
	union all
	select d.line_id, d.entered_at, d.entered_by, 'disruption_add', d.event_id, format('A %s disruption is recorded: %s', d.grade, d.event_ref), ''
	from data.disruption d where d.line_id is not null
	union all
	select y.line_id, a.voided_at, a.voided_by, 'event_void', a.event_id, format('%s is voided', a.event_ref), a.void_reason
	from data.arrest a join data.line y using (line_id) where a.voided_at is not null
	union all
	select y.line_id, p.decided_on + time '10:00', p.decided_by, 'deconflict_' || case p.state when 'merged' then 'merge' else p.state end,
		p.deconfliction_id, format(case p.state when 'merged' then '%s is merged into %s' when 'same' then '%s and %s are the same line, still to be merged'
			else '%s and %s are different lines' end, a.line_ref, b.line_ref), p.rationale
	from demo_pair p join data.line a on a.line_id = p.one join data.line b on b.line_id = p.other
	join data.line y on y.line_id in (p.one, p.other)
	where p.decided_on is not null
) x
order by x.at, x.step <> 'line_add', x.step = 'outcome_ratify', x.step like 'checkback%', x.line_id, x.step, x.object_id;

-- The story was told by the database's superuser; these are who did it.
set local session_replication_role = replica;
create function pg_temp.did(status text, lro text, holder text) returns text
language sql immutable
as $$
	select case when status in ('closed-type1-verified', 're-opened') then 'analyst1'
		when status ~ '^closed' or status in ('merged', 'tasked', 'under-enforcement') then 'supervisor1'
		when holder <> 'West Midlands' then 'file' else coalesce(lro, 'analyst1') end
$$;
update data.line set changed_by = pg_temp.did(status, lro, holder_force);
update data.line_history set changed_by = pg_temp.did(status, lro, holder_force);
update data.tasking set changed_by = 'supervisor1';
update data.tasking_history set changed_by = 'supervisor1';
set local session_replication_role = origin;

-- Everybody has looked at their taskings since, but for the last few that others did something to.
insert into data.tasking_seen (login, seen_at)
select s.login, x.at
from data.staff s
cross join lateral (
	select max(e.recorded_at) as at
	from data.tasking_event e join data.tasking t using (tasking_id)
	where e.login <> s.login and (t.owner = s.login or t.raised_by = s.login or t.unit = s.unit or t.unit = any (s.sees_units))
	group by t.tasking_id order by at desc offset 4 limit 1
) x
where s.role in ('analyst', 'lro', 'supervisor');

-- The last returns come on the morning of the last day.
select pg_temp.returns_received('2022-12-30 16:00', 'infinity');
