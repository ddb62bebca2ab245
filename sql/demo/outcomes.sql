-- SPDX-License-Identifier: MIT
-- The outcomes that close lines: what is proved when, and how far each has come. chapter.sql has them
-- claimed on the eve of a meeting, ratified at it and checked back four weeks after the closure, so
-- that data.closure_state tells how it stood in any week.
create temporary table demo_merge as
select d.i, w.line_id as into_line
from demo_line d
join demo_part p on p.part = case when d.i % 2 = 0 then 'gone on' else 'gone on later' end
join demo_line w on w.i = p.i
where d.final = 'merged';

-- Five check-backs are overdue at the end of the year. A holder may hold two lines: 167 hold 174.
create temporary table demo_closure as
with planned as (
	select i, final as kind, closed as on_day, i - 180 as j,
		case when final = 'type1' and i - 180 not in (152, 154, 157, 160, 162) then 'passed' end as result
	from demo_line where final in ('type1', 'type2')
	union all
	select i, 'type1', date '2022-09-10', 106, 'failed' from demo_part where part = 'revoked'
	union all
	select i, 'type1', date '2022-11-24', 140, 'failed' from demo_part where part = 'revoked late'
	union all
	select i, 'type1', date '2022-12-22', 173, null from demo_part where part = 'claimed'
), dated as (
	select *, greatest(date '2022-04-01', on_day - 4 - pg_temp.pick(i, 'arrested', 3)) as arrest_on,
		case kind when 'type1' then j + 1 - (j + 13) / 24 end as person
	from planned
)
select c.*, md5('closure ' || c.i)::uuid as closure_id, md5('charge ' || c.i)::uuid as charge_id,
	greatest(l.opened, c.arrest_on - 3 - pg_temp.pick(c.i, 'bulk message', 16)) as bulk_on, c.arrest_on + 1 as charge_on,
	-- Of two lines of one holder the arrest is recorded on the first.
	c.kind = 'type1' and c.i >= 180 and (c.j + 13) % 24 > 0 as arrested,
	case when l.lro is not null and c.i % 2 = 0 then l.lro else 'analyst1' end as claimant,
	c.i is distinct from (select p.i from demo_part p where p.part = 'claimed') as ratified
from dated c join demo_line l using (i);

create function pg_temp.outcomes_claimed(eve date) returns void
language sql
as $$
	insert into data.charge (event_id, event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at, entered_by)
	select c.charge_id, data.event_ref('CH', c.charge_id), c.charge_on, 'CLTF', l.line_id, p.person_id,
		pg_temp.pick(c.i, 'offence', array['MDA-4-3-b', 'MDA-4-3-b', 'CLA-1', 'MDA-5-3']), true, true, k.at, c.claimant
	from demo_closure c join demo_line d using (i) join data.line l using (line_id)
	join data.person p on p.person_ref = 'P-' || to_char(c.person, 'FM0000')
	cross join ref.clock k
	where c.kind = 'type1' and c.on_day <= eve and l.is_open
		and not exists (select from data.closure o where o.closure_id = c.closure_id);

	insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source,
		recovered_on, recovered_source, charge_id, deactivated_on, deactivated_source, claimed_by, claimed_on)
	select c.closure_id, data.event_ref(case c.kind when 'type1' then 'T1' else 'T2' end, c.closure_id), l.line_id, c.kind,
		case c.kind when 'type1' then 'T1-2022' else 'T2-2022' end, 'claimed', c.on_day, 'CLTF',
		x.bulk_on, 'SYNTHETIC exhibit ' || c.i || '/1: download of a customer''s phone',
		x.recovered_on, 'SYNTHETIC exhibit ' || c.i || '/2: handset seized, line shown disabled',
		case when x.bulk_on is not null then c.charge_id end, y.deactivated_on,
		case when y.deactivated_on is not null then 'SYNTHETIC letter of the provider ' || c.i || '/1' end, c.claimant, eve
	from demo_closure c join demo_line d using (i) join data.line l using (line_id)
	left join lateral (select c.bulk_on, c.arrest_on as recovered_on where c.kind = 'type1') x on true
	left join lateral (select c.on_day - 1 as deactivated_on where c.kind = 'type2') y on true
	where c.on_day <= eve and l.is_open and not exists (select from data.closure o where o.closure_id = c.closure_id);
$$;

create function pg_temp.outcomes_ratified(today date) returns void
language sql
as $$
	update data.closure o
	set state = case o.kind when 'type1' then 'provisional' else 'verified' end, ratified_by = 'supervisor1', ratified_on = today,
		check_back_due = case o.kind when 'type1' then o.on_day + (select s.check_back_days from ref.setting s) end,
		row_version = o.row_version + 1
	from demo_closure c
	where c.closure_id = o.closure_id and c.ratified and o.state = 'claimed';

	update data.line l
	set status = case o.kind when 'type1' then 'closed-type1-provisional' else 'closed-type2' end, last_review = today,
		last_seen = greatest(l.last_seen, o.on_day - 2)
	from data.closure o
	where o.line_id = l.line_id and l.is_open and o.ratified_on = today and o.state in ('provisional', 'verified');
$$;

create function pg_temp.outcomes_checked(today date) returns void
language sql
as $$
	update data.closure o
	set state = case c.result when 'passed' then 'verified' else 'revoked' end, check_back_on = today,
		check_back_source = 'SYNTHETIC: test calls and the provider''s answer',
		reason = case c.result when 'passed' then '' else 'SYNTHETIC. Bulk messages from the number again: the SIM was swapped before the phone was seized.' end,
		row_version = o.row_version + 1
	from demo_closure c
	where c.closure_id = o.closure_id and o.state = 'provisional' and o.check_back_due <= today and c.result is not null;

	update data.line l
	set status = case o.state when 'verified' then 'closed-type1-verified' else 're-opened' end, last_review = today
	from data.closure o
	where o.line_id = l.line_id and l.status = 'closed-type1-provisional' and o.check_back_on = today;
$$;
