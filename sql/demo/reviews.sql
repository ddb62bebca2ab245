-- SPDX-License-Identifier: MIT
-- The Wednesday meeting as it was held: prepared the day before, opened, each item decided by the chair or put
-- off, closed and frozen. Everything through the steps that people take, by who takes them.
insert into data.review_series (name, force, weekday, chair, units, top_n, most, made_by)
values ('County lines tasking', 'West Midlands', 3, 'supervisor1', '{CLTF,FPVT,INT}', 8, 6, 'supervisor1');

-- The same keys each time, until review_due.sql: what is told of lines names them.
create sequence data.demo_review;
alter sequence data.demo_review owner to gridline_owner;
alter table data.review alter column review_id set default md5('review ' || nextval('data.demo_review'))::uuid;
alter table data.review_item alter column item_id set default md5('review ' || nextval('data.demo_review'))::uuid;
alter table data.review_decision alter column decision_id set default md5('review ' || nextval('data.demo_review'))::uuid;
alter table data.tasking alter column tasking_id set default md5('review ' || nextval('data.demo_review'))::uuid;

create function pg_temp.take(login text, step text, id uuid, version int, cells jsonb) returns void
language plpgsql
as $$
begin
	execute format('set local session authorization %I', login);
	execute 'select from api.step($1, $2, $3, $4, gen_random_uuid())' using step, id, version, cells;
	set local session authorization default;
end
$$;

-- What was decided on the nth item of its kind, and why: the short form always, the heads of the National Decision
-- Model where there was something to weigh. %1$s is the line, %2$s where it is run from, %3$s where it sells, %4$s its score.
create temporary table demo_decision (kind text, nth int, decision text, rationale text, more jsonb, week text);
insert into demo_decision values
	('carried', 0, 'monitor', 'Put off last time for want of an answer; the answer is in and %1$s stays where it is.', '{}', null),
	('late', 0, 'adopt', 'The unit says by Friday when it is done; no further extension without its inspector.', '{}', null),
	('late', 1, 'adopt', 'What is late on %1$s holds up everything after it: the download is asked for at the region.',
		'{"action": "Intelligence reports back at the next review; if nothing is in by then it goes to the inspector.",
		"task_title": "Chase the outstanding download", "task_unit": "DF", "task_due": "10wd", "task_priority": "high", "task_route": "force",
		"task_asked": "Say when the handset of the line is downloaded, and what stands in the way."}', '2022-W49'),
	('late', 2, 'not-adopt', 'More time for %1$s was asked for and is not given: the address has been known for three weeks.',
		'{"options": "Waiting for the next shift pattern was put forward; a child may be at the address, so it does not wait.",
		"task_title": "Visit the address this week", "task_unit": "@npu", "task_due": "3wd", "task_priority": "urgent",
		"task_asked": "Visit with children''s services, day or evening; say who was there and what was agreed."}', '2022-W50'),
	('late', 3, 'adopt', 'Done in all but the paperwork; the unit records the result today.', '{}', '2022-W51'),
	('late', 5, 'monitor', 'Waits for the provider, who has the request; nothing can be hurried on %1$s.', '{}', null),
	('check-back', 0, 'adopt', 'Test calls on the day it is due, and the provider is asked once more.', '{}', null),
	('ratify', 0, 'adopt', 'The three proofs are there; it is ratified after the meeting.', '{}', null),
	('sign', 0, 'adopt', 'The score is signed after the meeting as it was moderated.', '{}', null),
	('same', 0, 'defer', 'The other force has not answered yet.', '{}', null),
	('order', 0, 'adopt', 'The provider confirms the cut-off by the day named in the order; it is looked at again then.',
		'{"powers": "Drug dealing telecommunications restriction order, in force."}', null),
	('new', 0, 'monitor', 'New; one report so far, nothing that corroborates it.', '{}', null),
	('new', 1, 'develop', '%1$s is new and already sells in %3$s: who pays for the phone, and how many customers has it?',
		'{"information": "Two reports from different sources name the brand; the number is live. Graded B and C.",
		"threat": "Class A to %3$s; a missing child may be with the runners. Likely to grow over the holidays.",
		"powers": "Communications data under the Investigatory Powers Act 2016, through the single point of contact.",
		"options": "A warrant now would take a runner and lose the line; doing nothing leaves the child where they are.",
		"action": "Subscriber and billing first, then the grid decides. Looked at again at the next review.",
		"ethics": "Intrusion is limited to one number for one month.",
		"task_title": "Subscriber and billing checks", "task_unit": "CLTF", "task_due": "10wd", "task_priority": "high", "task_four_p": "Pursue",
		"task_asked": "Subscriber, top-ups and the ten numbers most called; say whether the holder can be named."}', '2022-W49'),
	('new', 2, 'refer', '%1$s is run from here for customers of another force; they may hold more on it than we do.',
		'{"referred_to": "%3$s", "information": "The name is in their last bulletin as well.",
		"task_title": "Package for the importing force", "task_unit": "INT", "task_due": "5wd", "task_four_p": "Prepare",
		"task_asked": "What we hold on the line, graded and fit to be handed over; say who received it."}', '2022-W51'),
	('mover up', 0, 'monitor', 'The move is explained by the new score; the plan for %1$s stands.', '{}', null),
	('top', 2, 'adopt', '%1$s is put to work: it has stood at the head of the grid long enough, and %2$s has the means.',
		'{"information": "Bulk messages twice a day since the weekend; one address in %2$s seen by two sources.",
		"threat": "Score %4$s. Two more markets than last week, and a knife seen at the address.",
		"powers": "Misuse of Drugs Act 1971, section 23: warrant to be applied for once the times are known.",
		"options": "A warrant at once would take the runner and lose the phone; a week of observation first.",
		"action": "Disruption plan by the unit, looked at again at the next review.",
		"ethics": "Proportionate to the risk to whoever lives there; safeguarding partners go in with the officers.",
		"task_title": "Disruption plan for the export address", "task_unit": "@npu", "task_due": "10wd", "task_priority": "high", "task_four_p": "Pursue",
		"task_asked": "Times, entries, who lives there, and which partner goes in afterwards."}', '2022-W50'),
	('mover down', 1, 'monitor', 'It came down because the runners were arrested; whether the line comes back is to be seen.',
		'{"task_title": "Watch for the line''s return", "task_unit": "INT", "task_due": "10wd", "task_priority": "low", "task_four_p": "Prepare",
		"task_asked": "New numbers, old customers: tell the next review but one whether it sells again."}', '2022-W49'),
	('mover up', 3, 'monitor', 'Higher than last week on one source; no new market, no violence. Not yet more than talk.',
		'{"threat": "Unchanged as far as is known."}', null),
	('top', 0, 'monitor', 'Known, worked, and nothing new since the last meeting.', '{}', null),
	('top', 1, 'adopt', 'At the head of the grid, and every unit that can help is on it.',
		'{"information": "Score %4$s; sells in %3$s.", "threat": "Children work for it; serious violence is likely if a debt is called in.",
		"action": "The operation''s gold group meets on Thursday; this review hears of it."}', '2022-W51'),
	('top', 3, 'keep', 'Looked at in full: enforcement is planned and the line is not to be alerted.', '{}', null),
	('stale', 0, 'keep', 'Looked at; the holder is out on bail and may start again.', '{}', null),
	('stale', 1, 'keep', 'Nothing heard for weeks, which for %1$s has not meant that it had stopped. The LRO finds out.',
		'{"task_title": "Ask the partners on the ground", "task_unit": "@npu", "task_due": "10wd", "task_priority": "normal", "task_four_p": "Prevent",
		"task_asked": "Housing, outreach and the shop at the corner: is the line still sold? A yes or a no with the date."}', '2022-W49'),
	('stale', 2, 'defer', 'The LRO is not here to say what was heard; it goes to the next meeting.', '{}', '2022-W50'),
	('stale', 4, 'not-adopt', 'Taking %1$s off the grid was put forward; one of its numbers is live, so it stays.',
		'{"information": "Billing of last week shows calls every day."}', null),
	('close', 0, 'close', 'The holder left the area in the autumn, nobody took it over, and no number has answered for six weeks.',
		'{"information": "Provider and two sources agree.", "options": "Keeping it dormant was considered; there is nothing left to watch.",
		"action": "Comes back as a new line if the brand is seen again.", "ethics": "No person stays recorded on a live line without need."}', null),
	('late', 2, 'adopt', 'Half of it is done; the rest has a date that holds.', '{}', null),
	('late', 4, 'adopt', 'The officer was away; a colleague takes it over from today.', '{}', null),
	('late', 6, 'monitor', 'The witness is to be spoken to after the weekend; until then it rests.', '{}', null),
	('check-back', 2, 'adopt', 'No call has gone out from it so far; looked at again on the day.', '{}', null),
	('check-back', 4, 'adopt', 'The LRO listens on the ground until the day it is due.', '{}', null),
	('new', 4, 'monitor', 'Seen once, by one partner; it is asked for in the next bulletin.', '{}', null),
	('mover up', 4, 'monitor', 'Up by what its neighbours came down; it is looked at again when its own score is signed.', '{}', null),
	('mover down', 0, 'monitor', 'Down after two quiet weeks; the score says what the street says.', '{}', null),
	('mover down', 3, 'monitor', 'Fewer customers, the same phone: it may only be resting.', '{}', null),
	('top', 2, 'monitor', 'The plan of the last meeting is being worked; no change to it.', '{}', null),
	('top', 5, 'monitor', 'The runners changed, the holder did not; surveillance goes on as authorised.', '{}', null),
	('top', 7, 'keep', 'Waits for the forensic result; it stays at the head until then.', '{}', null),
	('stale', 1, 'defer', 'Two sources contradict each other; the LRO brings both to the next meeting.', '{}', '2022-W51'),
	('stale', 3, 'keep', 'The runners are known to come back after the holidays.', '{}', null),
	('stale', 5, 'keep', 'One call in three weeks: not gone, only careful.', '{}', null),
	('other', 0, 'adopt', 'Agreed.', '{}', null);

create function pg_temp.item_kind(i data.review_item) returns text
language sql
as $$
	select case when i.kind <> 'mover' then i.kind when x.m[1]::int < x.m[2]::int then 'mover up' else 'mover down' end
	from (select regexp_match(i.why[1], 'rank ([0-9]+), was ([0-9]+)') as m) x
$$;

-- All of it invented, and marked so.
create function pg_temp.decided(i data.review_item, place int, week_of text) returns jsonb
language sql
as $$
	select jsonb_build_object('decision', d.decision, 'rationale', f.said) || coalesce((
		select jsonb_object_agg(m.key, case
			when m.value = '@npu' then coalesce(l.export_npu, 'CLTF')
			when m.key in ('information', 'threat', 'powers', 'options', 'action', 'ethics', 'task_asked') then 'SYNTHETIC. ' || format(m.value, x.line, x.npu, x.sold, x.score)
			else format(m.value, x.line, x.npu, x.sold, x.score) end)
		from jsonb_each_text(d.more) m), '{}')
	from demo_decision d
	left join data.line l on l.line_id = i.line_id
	left join ref.unit u on u.code = l.export_npu
	cross join lateral (select coalesce(l.line_ref, 'it') as line, coalesce(u.label, l.export_force, 'the force') as npu,
		coalesce(nullif(split_part(l.imports_text, ';', 1), ''), 'another force') as sold, coalesce(l.score::text, 'not given') as score) x
	cross join lateral (select 'SYNTHETIC. ' || format(d.rationale, x.line, x.npu, x.sold, x.score) as said) f
	where d.kind = i.kind and d.nth in (0, place) and coalesce(d.week, week_of) = week_of
	order by d.nth desc, d.week limit 1
$$;

-- What was tasked in the meeting goes its way: authorised the same afternoon, taken on the day after, and what was urgent
-- has a result before the week is out.
create function pg_temp.review_tasked(week_of text, meeting timestamptz) returns void
language plpgsql
as $$
declare
	t record;
begin
	for t in
		select x.*, case when x.unit = any (array(select e.npu from demo_export e where e.npu is not null)) then 'lro_' || lower(x.unit) else 'analyst2' end as worker,
			row_number() over (order by x.tasking_ref) as n
		from data.review r join data.review_tasking y using (review_id) join data.tasking x using (tasking_id) where r.week = week_of
		order by x.tasking_ref
	loop
		update ref.setting set training_base = meeting + make_interval(hours => 4, mins => t.n::int), training_started = now();
		perform pg_temp.take('supervisor1', 'task_authorise', t.tasking_id, t.row_version, '{"reason": "SYNTHETIC. Decided in the review."}');
		if t.priority <> 'low' then
			update ref.setting set training_base = meeting + make_interval(days => 1, mins => t.n::int), training_started = now();
			perform pg_temp.take(t.worker, 'task_accept', t.tasking_id, pg_temp.version_of(t.tasking_id), '{}');
		end if;
		if t.priority in ('urgent', 'high') then
			update ref.setting set training_base = meeting + make_interval(days => 1, hours => 1, mins => t.n::int), training_started = now();
			perform pg_temp.take(t.worker, 'task_start', t.tasking_id, pg_temp.version_of(t.tasking_id), '{}');
		end if;
		if t.priority = 'urgent' then
			update ref.setting set training_base = meeting + make_interval(days => 2, mins => t.n::int), training_started = now();
			perform pg_temp.take(t.worker, 'task_result', t.tasking_id, pg_temp.version_of(t.tasking_id),
				'{"result": "SYNTHETIC. Visited with children''s services; the tenant was alone and has accepted support.", "evidence": "SYNTHETIC log of the visit"}');
			update ref.setting set training_base = meeting + make_interval(days => 2, hours => 3, mins => t.n::int), training_started = now();
			perform pg_temp.take('analyst1', 'task_review', t.tasking_id, pg_temp.version_of(t.tasking_id), '{"reason": "SYNTHETIC. The log bears it out."}');
		end if;
	end loop;
end
$$;
create function pg_temp.version_of(id uuid) returns int
language sql
as $$
	select t.row_version from data.tasking t where t.tasking_id = id
$$;

-- Each meeting as it went: who came, what was said, what had to be put right afterwards.
create temporary table demo_meeting_held (week text, attendees text, units text, note text, late_by text, late_note text,
	corrected int, correction text, reason text);
insert into demo_meeting_held values
	('2022-W49', 'supervisor1; analyst1; lro_be; lro_bw; lro_cv', 'CLTF; FPVT; INT; BE; BW; CV',
		'Next meeting at the usual hour.', 'lro_bw', 'The inspector of Birmingham West asked for the list of late taskings; sent the same day.', null, null, null),
	('2022-W50', 'supervisor1; analyst1; analyst2; lro_be; lro_bw; lro_sw', 'CLTF; FPVT; INT; BE; BW; SW',
		'Coventry sent apologies; its lines were looked at on paper.', 'lro_cv', 'Coventry has read the minutes and agrees with what was decided in its absence.',
		3, 'The unit that was asked for more time is the one the tasking names; the discussion mixed it up with its neighbour.', 'Noted down from memory.'),
	('2022-W51', 'supervisor1; analyst1; lro_be; lro_bw; lro_wv', 'CLTF; FPVT; INT; BE; BW; WV',
		'The next meeting is put off from Wednesday to Saturday, 31 December, for the holidays.', 'lro_be',
		'The witness named under Birmingham East came in by herself two days later.', null, null, null);

create function pg_temp.review_held(meeting timestamptz) returns void
language plpgsql
as $$
declare
	r data.review;
	i data.review_item;
	h demo_meeting_held;
	minutes int := 0;
	nth int;
	lead text;
	week_of text := to_char(meeting, 'IYYY-"W"IW');
begin
	select * into strict h from demo_meeting_held x where x.week = week_of;
	update ref.setting set training_base = meeting - interval '18 hours', training_started = now();
	select * into r from data.review x where x.week = week_of;
	if r.review_id is null then
		perform pg_temp.take('analyst1', 'review_prepare', null, 0, jsonb_build_object('series', 'County lines tasking', 'week', week_of));
	else
		perform pg_temp.take('analyst1', 'review_refresh', r.review_id, r.row_version, '{}');
	end if;
	update ref.setting set training_base = meeting, training_started = now();
	select * into r from data.review x where x.week = week_of;
	perform pg_temp.take('analyst1', 'review_open', r.review_id, r.row_version,
		jsonb_build_object('attendees', h.attendees, 'units', h.units));
	if week_of = '2022-W50' then
		select * into r from data.review x where x.week = week_of;
		perform pg_temp.take('supervisor1', 'review_item_add', r.review_id, r.row_version, jsonb_build_object('why',
			'SYNTHETIC. The holder is said to have left; does it stay on the grid?', 'line_ref', (select d.line_ref from demo_line d where d.i = 367)));
	end if;
	for i in select * from data.review_item x where x.review_id = r.review_id order by x.position loop
		minutes := minutes + 1 + pg_temp.pick(i.position, week_of, 3);
		update ref.setting set training_base = meeting + make_interval(mins => minutes), training_started = now();
		-- The chair is called away for a while.
		if week_of = '2022-W51' and i.position in (12, 18) then
			select * into r from data.review x where x.week = week_of;
			perform pg_temp.take('supervisor1', 'review_chair', r.review_id, r.row_version, jsonb_build_object('to', 'analyst1',
				'act', case i.position when 12 then 'delegate' else 'end' end,
				'reason', case i.position when 12 then 'SYNTHETIC. Called to a firearms briefing.' else 'SYNTHETIC. Back in the room.' end));
		end if;
		i.kind := pg_temp.item_kind(i);
		select count(*) into nth from data.review_item x where x.review_id = r.review_id and pg_temp.item_kind(x) = i.kind and x.position <= i.position;
		if i.line_id is not null and exists (select from demo_line d where d.line_id = i.line_id and d.i = 367) then
			i.kind := 'close';
		end if;
		lead := case when i.kind = 'close' or i.line_id is not null and (select l.restricted from data.line l where l.line_id = i.line_id)
			then 'supervisor1' else 'analyst1' end;
		perform pg_temp.take(lead, 'review_decide', i.item_id, (select x.row_version from data.review_item x where x.item_id = i.item_id),
			pg_temp.decided(i, nth, week_of) || jsonb_build_object('decided_by', case when week_of = '2022-W51' and i.position between 12 and 17
				and lead = 'analyst1' then 'analyst1' else 'supervisor1' end));
	end loop;
	update ref.setting set training_base = meeting + make_interval(mins => minutes + 3), training_started = now();
	select * into r from data.review x where x.week = week_of;
	perform pg_temp.take('supervisor1', 'review_note', r.review_id, r.row_version, jsonb_build_object('note', 'SYNTHETIC. ' || h.note));
	perform pg_temp.take('supervisor1', 'review_close', r.review_id, r.row_version, '{}');
	perform pg_temp.review_tasked(week_of, meeting);
	update ref.setting set training_base = meeting + interval '3 days 5 hours', training_started = now();
	select * into r from data.review x where x.week = week_of;
	perform pg_temp.take(h.late_by, 'review_note', r.review_id, r.row_version, jsonb_build_object('note', 'SYNTHETIC. ' || h.late_note));
	if h.corrected is not null then
		perform pg_temp.take('analyst1', 'review_correct', r.review_id, r.row_version, jsonb_build_object('item', h.corrected::text,
			'note', 'SYNTHETIC. ' || h.correction, 'reason', 'SYNTHETIC. ' || h.reason));
	end if;
end
$$;
