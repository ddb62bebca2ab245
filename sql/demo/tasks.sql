-- SPDX-License-Identifier: MIT
-- The life of every tasking of plan.sql, step by step as the console would have written it down: put forward,
-- authorised by somebody else, offered, now and then declined or asked back, worked, carried forward, reviewed. On top
-- of those on lines some on groups, some refused, some still drafts. pg_temp.taskings tells what happened between
-- two meetings.
create temporary table demo_task as
with planned as (
	select t.tasking_ref, d.line_id, null::uuid as group_id, d.holder as force, t.title, t.route, t.unit, t.operation, t.raised, t.due, t.done,
		case when t.final = 'cancelled' and pg_temp.pick(t.i, 'refused', 3) = 0 then 'refused' else t.final end as final,
		d.lro, d.holder <> 'West Midlands' as foreign_line, row_number() over (order by t.tasking_ref)::int as n
	from demo_tasking t join demo_line d using (i)
	union all
	select 'T22-' || to_char(c.planned + k, 'FM0000'), null, md5(g.group_ref)::uuid, 'West Midlands', m.title, m.route, m.unit, m.operation,
		date '2022-10-03' + k * 5, date '2022-10-03' + k * 5 + 28, case when k < 7 then date '2022-10-03' + k * 5 + 24 end, 'complete',
		null, false, (c.planned + k)::int
	from (select count(*) as planned from demo_tasking) c
	cross join generate_series(1, 17) k
	join (select group_ref, row_number() over (order by group_ref) as place from demo_group where mapped or kind = 'USG') g on g.place = k * 3
	join ref.tasking_template m on m.code = case k % 3 when 0 then 'regional-deconfliction' else 'group-research' end
), drawn as (
	select p.*, m.asked, coalesce(m.four_p, 'Pursue') as four_p, m.nim_level,
		case when pg_temp.pick(p.n, 'pressing', 12) = 0 then 'urgent' else coalesce(m.priority, 'high') end as priority,
		case when p.done is not null then p.final
			when p.raised >= date '2022-12-14' then pg_temp.pick(p.n, 'stands', array['draft', 'submitted', 'submitted', 'authorised', 'offered',
				'offered', 'declined', 'returned', 'accepted', 'accepted', 'in-progress', 'in-progress', 'in-progress', 'result', 'reviewed'])
			else pg_temp.pick(p.n, 'stands', array['in-progress', 'in-progress', 'in-progress', 'in-progress', 'in-progress', 'accepted',
				'accepted', 'result', 'result', 'reviewed', 'returned', 'declined', 'offered']) end as stands,
		case when p.foreign_line then 'file' when p.route = 'local' and pg_temp.pick(p.n, 'raiser', 2) = 0 then coalesce(p.lro, 'analyst1')
			else pg_temp.pick(p.n, 'raised by', array['analyst1', 'analyst2']) end as raised_by,
		case when exists (select from demo_export e where e.npu = p.unit) then 'lro_' || lower(p.unit)
			else pg_temp.pick(p.n, 'worked by', array['analyst1', 'analyst2']) end as worker,
		coalesce(p.done, date '2022-12-30') - p.raised >= 16 as long,
		p.raised + 1 + pg_temp.pick(p.n, 'decided', 2) as decided
	from planned p left join ref.tasking_template m on m.title = p.title
), turned as (
	select d.*,
		case when d.foreign_line then 'file' when d.route = 'local' and d.raised_by <> 'analyst1' and pg_temp.pick(d.n, 'by', 2) = 0 then 'analyst1'
			else 'supervisor1' end as decider,
		-- First offered to a team that had no room for it, then to the unit.
		d.long and d.unit in (select npu from demo_export) and pg_temp.pick(d.n, 'first', 10) = 0 and d.stands not in ('draft', 'submitted', 'authorised', 'refused') as passed_on,
		d.long and pg_temp.pick(d.n, 'query', 8) = 0 and d.stands not in ('draft', 'submitted', 'authorised', 'refused', 'returned') as asked_back
	from drawn d
), dated as (
	select t.*, t.decided + case when t.passed_on then 2 else 0 end as offered,
		t.decided + case when t.passed_on then 2 else 0 end + case when t.asked_back then 2 else 0 end as offered_last
	from turned t
), worked as (
	select d.*, least(d.offered_last + 1 + pg_temp.pick(d.n, 'answer', 3), date '2022-12-30') as answered,
		least(d.offered_last + 2 + pg_temp.pick(d.n, 'answer', 3), date '2022-12-30') as started,
		case when d.final = 'complete' and d.done is not null then d.done - 1 when d.stands in ('result', 'reviewed') then date '2022-12-30' end as result_on
	from dated d
)
select w.*, md5(w.tasking_ref)::uuid as tasking_id,
	-- A week's grace, once or twice, where it was at work by then and still is.
	case when w.stands in ('in-progress', 'result', 'reviewed', 'complete') and w.due - 7 > w.started
			and w.due - 7 < coalesce(w.result_on, date '2022-12-29') and pg_temp.pick(w.n, 'carried', 5) = 0
		then case when w.due - 14 > w.started then 2 else 1 end else 0 end as carried
from worked w;
create unique index on demo_task (n);

create function pg_temp.said(step text, n int) returns text
language sql immutable
as $$
	select 'SYNTHETIC. ' || pg_temp.pick(n, step, case step
		when 'task_raise' then array['Bulk messages again this week, and a child seen at the address.', 'It moved up the grid and nobody is on it.',
			'The LRO asked for it at the weekly meeting.', 'Custody debrief names the address.']
		when 'task_authorise' then array['Proportionate, and the unit has the means.', 'Agreed at the weekly meeting.', 'The threat bears it out.']
		when 'task_refuse' then array['The same is asked of another unit already.', 'Nothing new since the last one; come back with intelligence.']
		when 'task_decline' then array['The whole team is on another operation until the end of the month.', 'Not ours to do: it lies outside our ground.']
		when 'task_offer' then array['The ground is theirs; agreed with their inspector.']
		when 'task_query' then array['Which of the two addresses is meant?', 'Is the tenant known to be at risk?', 'May the vehicle be stopped on sight?']
		when 'task_clarify' then array['The flat above the shop.', 'Yes: see the safeguarding referral.', 'Yes, with the exhibit officer told first.']
		when 'task_carry' then array['The witness was away; the visit is booked for next week.', 'Waiting for the download.', 'Bank holidays fell in between.']
		when 'task_update' then array['First visit made, nobody in.', 'Request sent; answer expected this week.', 'Two of three checks are done.']
		when 'task_cancel' then array['Overtaken by the arrest.', 'The line moved out of the area.']
		when 'task_review' then array['Log read; done as asked.', 'Exhibit seen.']
		else array['Done as asked.', 'Report is on the system.'] end)
$$;

-- What each step sets, beside the state; folded in order it is the tasking as it stood on a day.
create temporary table demo_task_event as
select x.n, x.seq, x.on_day, x.step, x.from_state, x.to_state, x.login, x.reason, x.said,
	jsonb_build_object('state', x.to_state) || x.what as what
from (
	select t.n, 10 as seq, t.raised as on_day, 'task_raise' as step, null as from_state, case t.stands when 'draft' then 'draft' else 'submitted' end as to_state,
		t.raised_by as login, pg_temp.said('task_raise', t.n) as reason,
		format('is raised%s: %s is to do it by %s', case t.stands when 'draft' then ' as a draft' else '' end, f.unit, f.due) as said, '{}'::jsonb as what
	from demo_task t cross join lateral (select case when t.passed_on then 'FPVT' else t.unit end as unit, t.due - 7 * t.carried as due) f
	union all
	select t.n, 20, t.decided, 'task_authorise', 'submitted', case t.stands when 'authorised' then 'authorised' else 'offered' end, t.decider,
		pg_temp.said('task_authorise', t.n), case t.stands when 'authorised' then 'is authorised'
			else 'is authorised and offered to ' || case when t.passed_on then 'FPVT' else t.unit end end,
		jsonb_build_object('authorised_by', nullif(t.decider, 'file'), 'authorised_on', t.decided) || case t.stands when 'authorised' then '{}' else
			jsonb_build_object('offered_on', t.decided, 'answer_due', data.working_day(t.decided, r.answer_days)) end
	from demo_task t join ref.tasking_route r on r.code = t.route where t.stands not in ('draft', 'submitted', 'refused')
	union all
	select t.n, 20, t.done, 'task_refuse', 'submitted', 'refused', t.decider, pg_temp.said('task_refuse', t.n), 'is refused',
		jsonb_build_object('authorised_by', nullif(t.decider, 'file'), 'authorised_on', t.done)
	from demo_task t where t.stands = 'refused'
	union all
	select t.n, 21, t.decided + 1, 'task_decline', 'offered', 'declined', 'analyst2', pg_temp.said('task_decline', t.n), 'is declined by FPVT',
		jsonb_build_object('answered_on', t.decided + 1)
	from demo_task t where t.passed_on
	union all
	select t.n, 22, t.offered, 'task_offer', 'declined', 'offered', 'supervisor1', pg_temp.said('task_offer', t.n), 'is offered to ' || t.unit,
		jsonb_build_object('unit', t.unit, 'offered_on', t.offered, 'answered_on', null, 'answer_due', data.working_day(t.offered, r.answer_days))
	from demo_task t join ref.tasking_route r on r.code = t.route where t.passed_on
	union all
	select t.n, 31, t.offered + 1, 'task_query', 'offered', 'returned', t.worker, pg_temp.said('task_query', t.n), 'is returned for clarification',
		jsonb_build_object('answered_on', t.offered + 1)
	from demo_task t where t.asked_back or t.stands = 'returned'
	union all
	select t.n, 32, t.offered_last, 'task_clarify', 'returned', 'offered', t.raised_by, pg_temp.said('task_clarify', t.n),
		format('is clarified and offered to %s again', t.unit),
		jsonb_build_object('offered_on', t.offered_last, 'answered_on', null, 'answer_due', data.working_day(t.offered_last, r.answer_days))
	from demo_task t join ref.tasking_route r on r.code = t.route where t.asked_back
	union all
	select t.n, 40, t.answered, 'task_decline', 'offered', 'declined', t.worker, pg_temp.said('task_decline', t.n), 'is declined by ' || t.unit,
		jsonb_build_object('answered_on', t.answered)
	from demo_task t where t.stands = 'declined'
	union all
	select t.n, 40, t.answered, 'task_accept', 'offered', 'accepted', t.worker, '', format('is accepted for %s%s', t.unit, coalesce(', by ' || o.owner, '')),
		jsonb_build_object('answered_on', t.answered, 'owner', o.owner)
	from demo_task t cross join lateral (select case when (t.unit = 'CLTF' or t.worker like 'lro%') and pg_temp.pick(t.n, 'named', 3) > 0
		then t.worker end as owner) o
	where t.stands in ('accepted', 'in-progress', 'result', 'reviewed', 'complete', 'cancelled')
	union all
	select t.n, 50, t.started, 'task_start', 'accepted', 'in-progress', t.worker, '', 'is in progress', '{}'
	from demo_task t where t.stands in ('in-progress', 'result', 'reviewed', 'complete', 'cancelled')
	union all
	select t.n, 60 + k, t.due - 7 * (t.carried - k), 'task_carry', 'in-progress', 'in-progress', t.raised_by, pg_temp.said('task_carry', t.n + k),
		format('is carried forward to %s, %s time%s by now', t.due - 7 * (t.carried - k - 1), k + 1, case when k > 0 then 's' else '' end),
		jsonb_build_object('carried', k + 1, 'due', t.due - 7 * (t.carried - k - 1))
	from demo_task t cross join generate_series(0, 1) k where k < t.carried
	union all
	select t.n, 69, t.started + 1, 'task_update', 'in-progress', 'in-progress', t.worker, pg_temp.said('task_update', t.n), 'is in progress: a note was added', '{}'
	from demo_task t where t.stands in ('in-progress', 'complete') and t.carried = 0 and t.started < coalesce(t.result_on, date '2022-12-30') and pg_temp.pick(t.n, 'note', 3) = 0
	union all
	select t.n, 70, t.result_on, 'task_result', 'in-progress', 'result', t.worker, r.result, 'has a result, to be reviewed',
		jsonb_build_object('result', r.result, 'evidence', 'SYNTHETIC log entry ' || t.tasking_ref, 'result_by', t.worker, 'result_on', t.result_on)
	from demo_task t cross join lateral (select pg_temp.said('task_result', t.n) as result) r
	where t.result_on is not null and t.stands in ('result', 'reviewed', 'complete')
	union all
	select t.n, 80, coalesce(t.done, date '2022-12-30'), 'task_review', 'result', case t.stands when 'complete' then 'complete' else 'reviewed' end, w.login,
		pg_temp.said('task_review', t.n), case t.stands when 'complete' then 'is reviewed and complete' else 'is reviewed' end,
		jsonb_build_object('reviewed_by', w.login, 'reviewed_on', coalesce(t.done, date '2022-12-30'))
			|| case t.stands when 'complete' then jsonb_build_object('completed_on', t.done) else '{}' end
	from demo_task t cross join lateral (select case when t.raised_by in (t.worker, 'file') then 'supervisor1' else t.raised_by end as login) w
	where t.stands in ('reviewed', 'complete')
	union all
	select t.n, 90, t.done, 'task_cancel', 'in-progress', 'cancelled', t.raised_by, pg_temp.said('task_cancel', t.n), 'is cancelled',
		jsonb_build_object('completed_on', t.done)
	from demo_task t where t.stands = 'cancelled'
) x;
create unique index on demo_task_event (n, seq);

create function pg_temp.taskings(before timestamptz, at timestamptz) returns void
language sql
as $$
	insert into data.tasking (tasking_id, tasking_ref, line_id, group_id, force, title, asked, why, route, unit, operation, four_p, priority, nim_level,
		resources, state, is_open, due, raised_on, raised_by, submitted_on, changed_by)
	select t.tasking_id, t.tasking_ref, t.line_id, t.group_id, t.force, t.title, coalesce(t.asked, 'Recover the phone, find the holder, charge.'),
		e.reason, t.route, case when t.passed_on then 'FPVT' else t.unit end, t.operation, t.four_p, t.priority, t.nim_level,
		case when t.unit in ('DF', 'INT', 'DEW', 'CMPG', 'WMROCU') then 'SYNTHETIC. ' || pg_temp.pick(t.n, 'needs', array[
			'Two days of an examiner.', 'One analyst for a week.', 'A crew for two nights.', 'Four hours of an expert.']) else '' end,
		e.to_state, e.to_state <> 'draft', t.due - 7 * t.carried, t.raised, t.raised_by, case when t.stands <> 'draft' then t.raised end, t.raised_by
	from demo_task t join demo_task_event e on e.n = t.n and e.seq = 10
	where t.raised > before::date and t.raised <= at::date;

	insert into data.tasking_event (tasking_id, at, login, step, from_state, to_state, reason, said, changed)
	select t.tasking_id, e.on_day + time '09:00' + make_interval(mins => e.seq), e.login, e.step, e.from_state, e.to_state, e.reason, e.said, case e.seq when 10 then '{}' else coalesce((
		select jsonb_object_agg(k.key, jsonb_build_array(coalesce((
				select p.what -> k.key from demo_task_event p where p.n = e.n and p.seq < e.seq and p.what ? k.key order by p.seq desc limit 1),
			to_jsonb(d) -> k.key), k.value))
		from jsonb_each(e.what) k where k.key <> 'state' or e.from_state <> e.to_state), '{}') end
	from demo_task_event e join demo_task t using (n) join data.tasking d on d.tasking_id = t.tasking_id
	where e.on_day > before::date and e.on_day <= at::date
	order by e.on_day, e.n, e.seq;

	update data.tasking t
	set (state, unit, owner, due, authorised_by, authorised_on, offered_on, answer_due, answered_on, carried, result, evidence, result_by,
			result_on, reviewed_by, reviewed_on, completed_on)
		= (r.state, r.unit, r.owner, r.due, r.authorised_by, r.authorised_on, r.offered_on, r.answer_due, r.answered_on, r.carried, r.result,
			r.evidence, r.result_by, r.result_on, r.reviewed_by, r.reviewed_on, r.completed_on)
	from (
		select d.tasking_id, jsonb_object_agg(k.key, k.value order by e.seq) as what
		from demo_task d join demo_task_event e using (n) cross join jsonb_each(e.what) k
		where e.on_day > before::date and e.on_day <= at::date and e.seq > 10
		group by d.tasking_id
	) x join data.tasking o using (tasking_id) cross join lateral jsonb_populate_record(o, x.what) r
	where t.tasking_id = x.tasking_id;
$$;
select setval('data.tasking_number', (select max(n) from demo_task));
