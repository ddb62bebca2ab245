-- SPDX-License-Identifier: MIT
-- What the taskforce did and what others did: each event carries its own day and the time it was entered, which
-- is never before its line is on the grid. The paper's figures for 2022 are counted from these. story.sql has them
-- entered as its clock reaches them, so that a review freezes what was known by then, and what came late is late.
create temporary table told_arrest (like data.arrest);
create temporary table told_charge (like data.charge);
create temporary table told_safeguarding (like data.safeguarding);
create temporary table told_seizure (like data.seizure);
create temporary table told_disruption (like data.disruption);

-- Arrests of the taskforce: the holders, and of those who run so many that October to December has 55.
create temporary table demo_arrest as
with holder as (
	select i, 'P-' || to_char(person, 'FM0000') as person_ref, arrest_on as on_day from demo_closure where arrested
	union all
	select x.i, x.person_ref, date '2022-12-19' from demo_link x join demo_part p using (i)
	where p.part = 'uncharged' and x.category = 'suspect' and x.slot = 5
), runner as (
	select x.i, x.person_ref, x.since + 10 + pg_temp.pick(x.i, 'stopped', 15) as on_day
	from demo_link x join demo_line d using (i)
	where x.category = 'suspect' and x.slot = 1 and d.holder = 'West Midlands'
		and x.since between date '2022-03-25' and date '2022-12-01'
)
select * from holder
union all
select i, person_ref, on_day from (
	select *, row_number() over (partition by on_day >= '2022-10-01' order by pg_temp.pick(i, 'whom', 1000), i, person_ref) as n
	from runner) r
where n <= case when on_day >= '2022-10-01' then 55 - (select count(*) from holder where on_day >= '2022-10-01') else 40 end;

insert into told_arrest (event_id, event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at, entered_by)
select x.id, data.event_ref('AR', x.id), a.on_day, a.unit, d.line_id, p.person_id, a.drugs_linked, a.programme,
	greatest(d.came, pg_temp.entered(a.on_day, 1)), case when a.programme then 'analyst1' else 'analyst2' end
from (
	select i, person_ref, on_day, 'CLTF' as unit, true as drugs_linked, true as programme, 'a' as salt from demo_arrest
	union all
	-- Entered twice; the second is voided below.
	(select i, person_ref, on_day, 'CLTF', true, true, 'twice' from demo_arrest
	where on_day between '2022-11-01' and '2022-11-30' order by i desc, person_ref limit 1)
	union all
	-- Arrests that have nothing to do with the programme.
	select x.i, x.person_ref, x.since + 20, coalesce(d.npu, 'INT'), x.i % 4 > 0, false, 'force'
	from demo_link x join demo_line d using (i)
	where x.category = 'suspect' and x.slot = 5 and d.open and d.i % 5 = 1 and d.holder = 'West Midlands' and x.since < date '2022-12-01'
) a
join demo_line d using (i) join data.person p using (person_ref)
cross join lateral (select md5('arrest ' || a.salt || a.i || a.person_ref)::uuid as id) x;
update told_arrest a set voided_at = timestamptz '2022-12-07 15:00 Europe/London', voided_by = 'analyst1',
	void_reason = 'SYNTHETIC. Entered twice.'
from demo_arrest x join demo_line d using (i)
where a.event_id = md5('arrest twice' || x.i || x.person_ref)::uuid;

-- Charges that count for no Type 1: of possession, or of others than the programme's.
insert into told_charge (event_id, event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at, entered_by)
select y.id, data.event_ref('CH', y.id), a.on_day + 2, a.unit, a.line_id, a.person_id,
	case when a.programme then 'MDA-5-2' else pg_temp.pick(d.i, 'other offence', array['MDA-5-3', 'MSA-2', 'PSA-5']) end, not a.programme,
	a.programme, greatest(d.came, pg_temp.entered(a.on_day + 2, 0)), a.entered_by
from told_arrest a join demo_line d using (line_id)
cross join lateral (select md5('charge of ' || a.event_id)::uuid as id) y
where d.i % 3 = 1 and a.voided_at is null and (not a.programme or exists (
	select from demo_link x join data.person p using (person_ref) where x.i = d.i and p.person_id = a.person_id and x.slot = 1));

-- Those who are exploited are referred when the line is closed; 71 of them engage. An adult who does
-- not consent is reported as MS1 and does not.
create temporary table demo_guarded as
select *, n * 71 / count(*) over () > (n - 1) * 71 / count(*) over () as engages
from (
	select *, row_number() over (order by on_day, person_ref) as n
	from (
		select distinct on (x.person_ref) x.i, x.person_ref, x.child, c.arrest_on as on_day
		from demo_link x join demo_closure c using (i)
		where x.category in ('victim', 'potential-victim') and c.result is distinct from 'failed' and c.kind = 'type1' and c.i >= 180
		order by x.person_ref, c.arrest_on) once) numbered;
insert into told_safeguarding (event_id, event_ref, on_day, unit, line_id, person_id, route, stage, mechanism, consent, programme,
	entered_at, entered_by)
select x.id, data.event_ref('SG', x.id), s.on_day, s.unit, d.line_id, p.person_id, case when s.child or s.i % 2 = 0 then 'statutory' else 'funded' end,
	s.stage, case when s.child then 'NRM' when not s.engages then 'MS1' when s.i % 2 = 0 then 'NRM' end,
	case when s.child then 'child' when not s.engages then 'no' else 'yes' end, s.programme, greatest(d.came, pg_temp.entered(s.on_day, 1)),
	coalesce(d.lro, 'analyst1')
from (
	select i, person_ref, child, engages, on_day, 'referred' as stage, 'CLTF' as unit, true as programme from demo_guarded
	union all
	select i, person_ref, child, engages, on_day + 5 + pg_temp.pick(i, 'engages', 6), 'engaged', 'CLTF', true from demo_guarded where engages
	union all
	-- Neighbourhood work on open lines that goes without the programme.
	select x.i, x.person_ref, x.child, true, x.since + 12, case when x.i % 2 = 0 then 'engaged' else 'referred' end, d.npu, false
	from demo_link x join demo_line d using (i)
	where x.category = 'potential-victim' and d.open and d.holder = 'West Midlands' and x.i % 3 = 1 and x.since < date '2022-12-10'
) s
join demo_line d using (i) join data.person p using (person_ref)
cross join lateral (select md5(concat('safeguarding ', s.stage, s.i, s.person_ref))::uuid as id) x;

insert into told_seizure (event_id, event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at, entered_by)
select y.id, data.event_ref('SZ', y.id), c.arrest_on, 'CLTF', d.line_id, x.what || ' (SYNTHETIC)', x.quantity, x.measure, x.class_a, true,
	greatest(d.came, pg_temp.entered(c.arrest_on, 1)), 'analyst1'
from demo_closure c join demo_line d using (i)
cross join lateral (
	select 'The line''s phone' as what, 1 as quantity, 'piece' as measure, false as class_a
	union all select case c.i % 2 when 0 then 'Heroin' else 'Crack cocaine' end, 20 + pg_temp.pick(c.i, 'wraps', 180), 'wraps', true where c.i % 3 < 2
	union all select 'Cash', 200 + 10 * pg_temp.pick(c.i, 'cash', 400), 'pounds', false where c.i % 5 = 0
	union all select 'A knife', 1, 'piece', false where c.i % 7 = 0
) x
cross join lateral (select md5(concat('seizure ', c.i, x.what))::uuid as id) y
where c.kind = 'type1';
insert into told_seizure (event_id, event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at, entered_by)
select y.id, data.event_ref('SZ', y.id), '2022-12-19', 'CLTF', d.line_id, 'The line''s phone (SYNTHETIC)', 1, 'piece', false, true,
	greatest(d.came, pg_temp.entered('2022-12-19', 1)), 'analyst1'
from demo_part p join demo_line d using (i) cross join lateral (select md5('seizure ' || p.i)::uuid as id) y
where p.part = 'uncharged';

create function pg_temp.events_entered(before timestamptz, at timestamptz) returns void
language plpgsql
as $$
declare
	kind text;
begin
	foreach kind in array array['arrest', 'charge', 'safeguarding', 'seizure', 'disruption'] loop
		execute format('insert into data.%1$I select r.* from told_%1$I t
			cross join lateral jsonb_populate_record(t, ''{"voided_at": null, "voided_by": null, "void_reason": null}'') r
			where t.entered_at > $1 and t.entered_at <= $2 order by t.entered_at, t.event_ref', kind) using before, at;
		execute format('update data.%1$I x set voided_at = t.voided_at, voided_by = t.voided_by, void_reason = t.void_reason
			from told_%1$I t where t.event_id = x.event_id and t.voided_at > $1 and t.voided_at <= $2', kind) using before, at;
	end loop;
end
$$;
