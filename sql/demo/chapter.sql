-- SPDX-License-Identifier: MIT
-- What happened on the grid between one weekly meeting and the next. The clock is set to the meeting
-- and everything goes in as it would from the console, so that history, ranks and audit are made
-- by the database itself, and the grid can be asked as at any week.
create procedure pg_temp.tell(c int, before timestamptz, at timestamptz)
language plpgsql
as $$
begin
	perform pg_temp.returns_received(before, at);
	update ref.setting set training_base = at::date - 1 + time '15:00', training_started = now();
	perform pg_temp.outcomes_claimed(at::date - 1);
	update ref.setting set training_base = at, training_started = now();
	perform pg_temp.lines_come(before, at);
	perform pg_temp.events_entered(before, at);
	perform pg_temp.lines_reviewed(c, at);
	perform pg_temp.lines_scored(c, at);
	perform pg_temp.taskings(before, at);
	perform pg_temp.lines_change(at);
	perform pg_temp.outcomes_ratified(at::date);
	perform pg_temp.outcomes_checked(at::date);
end
$$;

create function pg_temp.lines_come(before timestamptz, at timestamptz) returns void
language sql
as $$
	insert into data.line (line_id, line_ref, name, holder_force, shared, restricted, status, export_force,
		export_npu, lro, bulk_marketing, first_seen, last_seen, successor_of, changed_by)
	select line_id, line_ref, name, holder, shared, restricted, 'reported', force, npu, lro,
		not open or pg_temp.pick(i, 'bulk', 3) > 0 or exists (select from demo_part p where p.i = d.i), opened - 3 - pg_temp.pick(i, 'first', 30),
		opened - pg_temp.pick(i, 'seen', 3), (select s.line_id from demo_part p join demo_part q on q.part = 'succeeded'
			join demo_line s on s.i = q.i where p.i = d.i and p.part = 'successor'), 'SYNTHETIC'
	from demo_line d where opened > before::date and opened <= at::date;

	-- Four kinds of links, and one look at them all in the end.
	set local session_replication_role = replica;
	insert into data.line_import (line_id, area, valid_from)
	select l.line_id, x.area, l.opened from demo_import x join demo_line l using (i)
	where l.opened > before::date and l.opened <= at::date;
	insert into data.line_drug (line_id, drug)
	select l.line_id, x.drug from demo_drug x join demo_line l using (i)
	where l.opened > before::date and l.opened <= at::date;
	insert into data.line_alias (line_id, alias)
	select l.line_id, x.alias from demo_alias x join demo_line l using (i)
	where l.opened > before::date and l.opened <= at::date;
	insert into data.line_group (line_id, group_id, role, valid_from)
	select l.line_id, g.group_id, x.role, l.opened
	from demo_line_group x join demo_line l using (i) join data.crime_group g using (group_ref)
	where l.opened > before::date and l.opened <= at::date;
	set local session_replication_role = origin;
	select data.line_lists(array(
		select line_id from demo_line where opened > before::date and opened <= at::date));
	insert into data.line_number (number_id, line_id, number, state, first_seen, last_seen)
	select md5('number ' || x.number)::uuid, l.line_id, data.parse_number(x.number), case when not l.open then 'disabled' when x.n > 0 then 'dormant' else 'live' end,
		l.opened - 3, l.opened
	from demo_number x join demo_line l using (i)
	where l.opened > before::date and l.opened <= at::date;
$$;

-- A third of the open lines comes up at each meeting; some nobody looks after.
create function pg_temp.lines_reviewed(c int, at timestamptz) returns void
language sql
as $$
	update data.line l
	set last_review = at::date,
		last_seen = case when d.dormant then l.last_seen
			else greatest(l.last_seen, at::date - 1 - pg_temp.pick(d.i * 64 + c, 'heard', 9)) end,
		status = case when l.status <> 'reported' then l.status when d.i % 4 = 0 then 'active' else 'developing' end
	from demo_line d
	where l.line_id = d.line_id and l.is_open and (d.i + c) % 3 = 0 and d.opened < at::date
		and not (d.neglected and d.opened + 90 < at::date)
$$;

-- What a line comes to as its year goes by: most drift a little, some grow or fade from meeting to meeting, a few
-- leap when something happens. The factors follow one by one, each at its own point, so that no score jumps to and fro.
create function pg_temp.level(i int, target int, c int) returns numeric
language sql immutable
as $$
	select target + (c - 20) * (array[-1.2, -0.5, 0, 0.3, 0.6, 1.1])[1 + pg_temp.pick(i, 'slope', 6)]
		- case when pg_temp.pick(i, 'leap', 7) = 0 and c < 12 + pg_temp.pick(i, 'leaps', 8) then 14 else 0 end
		+ pg_temp.pick(i * 64 + c, 'drift', 5) - 2
$$;

-- The LRO proposes, an analyst moderates, for the top band somebody scores a second time, the supervisor signs.
create function pg_temp.lines_scored(c int, at timestamptz) returns void
language sql
as $$
	insert into data.assessment (assessment_id, line_id, model, created_by, proposer, proposed_on, state, moderated_by, moderated_on)
	select md5('assessment ' || d.i || ' ' || at::date)::uuid, l.line_id, 'LTS-1', coalesce(d.lro, 'analyst2'),
		coalesce(d.lro, 'analyst2'), at::date - 1, 'moderated', 'analyst1', at::date - 1
	from data.line l join demo_line d using (line_id)
	where l.is_open and l.last_review = at::date and not d.unscored
		and (l.score is null or pg_temp.pick(d.i * 64 + c, 'again', 2) = 0);

	-- Thousands of rows that keep to their scale: the signature looks at them all once more.
	set local session_replication_role = replica;
	insert into data.assessment_factor (assessment_id, model, factor, score, rationale)
	select a.assessment_id, a.model, f.code,
		greatest(0, least(f.scale_max, floor(f.scale_max * pg_temp.level(d.i, d.target, c) / 100.0
			+ pg_temp.pick(d.i * 64 + f.position, 'phase', 100) / 100.0 + (pg_temp.pick(d.i * 64 + f.position, 'factor', 3) - 1)))),
		'SYNTHETIC. ' || f.label || ': ' || pg_temp.pick(d.i * 64 + c + f.position, 'why', array[
			'two reports agree since the last meeting', 'the LRO sees no change on the ground',
			'bulk messages again this week', 'one source only, not corroborated',
			'custody debrief points the same way', 'partner agency raised it'])
	from data.assessment a
	join demo_line d using (line_id)
	join ref.score_factor f on f.model = a.model
	where a.signed_on is null;
	set local session_replication_role = origin;

	-- What the LRO gave and, for the top band, what a second scorer did, who differs now and then.
	with total as materialized (
		select a.*, (data.assessment_total(a.assessment_id, a.model)).total as comes_to from data.assessment a where a.signed_on is null
	), signed as (
		update data.assessment a set signed_on = at::date, signed_by = 'supervisor1',
			second_by = case when t.comes_to >= 80 then case a.proposer when 'analyst2' then 'lro_be' else 'analyst2' end end,
			second_on = case when t.comes_to >= 80 then at::date end
		from total t where t.assessment_id = a.assessment_id
	)
	insert into data.assessment_opinion (assessment_id, stage, factor, score, rationale, login, at)
	select a.assessment_id, x.stage, f.factor,
		case when x.stage = 'second' and pg_temp.pick(d.i * 64 + c, f.factor, 6) = 0 then greatest(0, f.score - 1) else f.score end,
		f.rationale, case when x.stage = 'proposed' then a.proposer when a.proposer = 'analyst2' then 'lro_be' else x.login end, at
	from total a
	join demo_line d using (line_id)
	join data.assessment_factor f using (assessment_id)
	join (values ('proposed', '', 0), ('second', 'analyst2', 80)) x (stage, login, least_total) on a.comes_to >= x.least_total;
$$;

create function pg_temp.lines_change(at timestamptz) returns void
language sql
as $$
	-- Work on it has begun, or it fell silent.
	update data.line l
	set status = case when d.dormant then 'dormant' when d.i % 9 = 0 then 'under-enforcement' else 'tasked' end
	from demo_line d
	where l.line_id = d.line_id and l.status in ('developing', 'active') and d.opened + 35 < at::date
		and (d.dormant or d.i % 3 = 0);

	-- Closed without an outcome, or found to be another.
	update data.line l
	set status = d.final, last_seen = greatest(l.last_seen, d.closed - 2), last_review = at::date,
		merged_into = m.into_line, status_before = case when m.into_line is not null then l.status end
	from demo_line d
	left join demo_merge m using (i)
	where l.line_id = d.line_id and l.is_open and d.closed <= at::date and d.final in ('closed-other', 'merged') and d.i <> 367; -- the review closes that one
	insert into data.line_alias (line_id, alias)
	select m.into_line, d.name from demo_merge m join demo_line d using (i) join data.line l using (line_id)
	where l.status = 'merged' and l.valid_from = at
	on conflict do nothing;
$$;
