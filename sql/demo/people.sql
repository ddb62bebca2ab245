-- SPDX-License-Identifier: MIT
-- Who has to do with which line, and as what. References and nothing else, all of them SYNTHETIC: the
-- first 167 are the people charged with holding the lines that were closed.
create temporary table demo_role as
with part as (
	select d.*, slot
	from demo_line d
	cross join generate_series(1, 5) as slot
	where case slot
		when 1 then d.i % 2 = 1                                   -- runs for the line
		when 2 then d.i % 4 = 0                                   -- a child made to
		when 3 then d.i % 3 = 0                                   -- whose home was taken over
		when 4 then d.i % 5 = 2                                   -- saw it
		else d.open or d.final not in ('type1') end               -- may hold it
)
-- Some run for two lines.
select i, slot, case when slot = 1 and i % 14 = 13 then i - 2 else i end as whose,
	slot = 2 or slot = 1 and (case when i % 14 = 13 then i - 2 else i end) % 6 = 1 as child,
	opened - 2 - pg_temp.pick(i * 8 + slot, 'since', 10) as since, opened
from part;
create temporary table demo_person as
select slot, whose, bool_or(child) as child,
	'P-' || to_char(167 + row_number() over (order by min(opened), whose, slot), 'FM0000') as person_ref
from demo_role group by slot, whose;

create temporary table demo_link as
select r.i, p.person_ref, x.category, r.since + x.later as since, false as fact, r.slot, p.child,
	case when r.slot = 1 and r.i % 20 = 3 and r.since < date '2022-10-01' then r.since + 60 end as until
from demo_role r
join demo_person p using (slot, whose)
cross join lateral (
	select 'suspect' as category, 0 as later where r.slot in (1, 5)
	union all select 'potential-victim', 1 where r.slot = 2 or r.slot = 1 and p.child
	union all select 'victim', 2 where r.slot = 3 or r.slot = 2 and r.i % 8 = 0
	union all select 'witness', 0 where r.slot = 4
) x
union all
select c.i, 'P-' || to_char(c.person, 'FM0000'), x.category, x.since, x.category <> 'suspect', 0, false, null
from demo_closure c
cross join lateral (
	select 'suspect' as category, c.bulk_on as since
	union all select 'charged', c.charge_on
	union all select 'convicted', c.charge_on + 90 where c.charge_on < date '2022-08-01' and c.i % 3 = 0
) x
where c.kind = 'type1';

insert into data.person (person_id, person_ref, child, created_by)
select md5('person ' || person_ref)::uuid, person_ref, bool_or(child), 'analyst1'
from demo_link group by person_ref order by person_ref;

-- Told once the lines are there. A link carries its own days.
create function pg_temp.people_linked() returns void
language sql
as $$
	insert into data.line_person (line_id, person_id, category, since, until, fact, basis, entered_by)
	select d.line_id, p.person_id, x.category, x.since, coalesce(x.until, 'infinity'), x.fact,
		'SYNTHETIC. ' || case x.category
			when 'suspect' then pg_temp.pick(x.i + x.slot, 'basis', array['calls and travel fit the line', 'named by two reports',
				'stopped with wraps and a burner phone'])
			when 'charged' then 'charge sheet'
			when 'convicted' then 'court record'
			when 'victim' then pg_temp.pick(x.i + x.slot, 'basis', array['home taken over by runners', 'hurt over a debt', 'own account'])
			when 'potential-victim' then pg_temp.pick(x.i + x.slot, 'basis', array['missing from home, found on the corridor',
				'school and children''s services worry', 'found with money that is not explained'])
			else 'statement' end,
		case when d.holder = 'West Midlands' then coalesce(d.lro, 'analyst1') else 'file' end
	from demo_link x join demo_line d using (i) join data.person p using (person_ref);
$$;
