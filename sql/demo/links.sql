-- SPDX-License-Identifier: MIT
-- What no figure is counted from, told in the end: who has to do with which line, and restriction orders.
select pg_temp.people_linked();
insert into data.line_person (line_id, person_id, category, since, fact, basis, entered_by)
select c.line_id, c.person_id, 'charged', min(c.on_day), true, 'SYNTHETIC. charge', 'analyst1'
from data.charge c
group by c.line_id, c.person_id
on conflict do nothing;

-- Restriction orders: one before each Type 2, complied with, and one that is to be complied with.
insert into data.ddtro (event_id, event_ref, on_day, unit, line_id, applicant_rank, compliance_due, identifiers, complied_on,
	discharged_on, entered_at, entered_by)
select y.id, data.event_ref('DD', y.id), x.on_day, 'CLTF', d.line_id, x.rank, data.working_day(x.on_day, 5),
	1 + (select count(*) from demo_number n where n.i = x.i), x.complied_on, x.discharged_on, greatest(d.came, pg_temp.entered(x.on_day, 1)), 'analyst1'
from (
	select i, on_day - 6 as on_day, case i % 2 when 0 then 'superintendent' else 'chief superintendent' end as rank,
		on_day - 1 as complied_on, case when i % 4 = 0 then on_day + 60 end as discharged_on
	from demo_closure where kind = 'type2'
	union all
	select i, date '2022-12-22', 'superintendent', null, null from demo_part where part = 'ordered'
) x
join demo_line d using (i) cross join lateral (select md5('order ' || x.i)::uuid as id) y;
