-- SPDX-License-Identifier: MIT
-- Disruptions. The taskforce's own: ten mapped OCGs and twelve USGs behind the lines it closed. Then the
-- events of the whole force, by month: the paper has the last three, those before are invented.
insert into told_disruption (event_id, event_ref, on_day, unit, line_id, group_id, grade, four_p, tactic, drugs_linked, arrested,
	arrested_drugs, trafficking_outcomes, programme, entered_at, entered_by)
select y.id, data.event_ref('DI', y.id), c.arrest_on, 'CLTF', d.line_id, g.group_id,
	-- What was tried against the others did not come to much.
	case when x.n <= case g.kind when 'OCG' then 14 else 13 end or g.kind = 'OCG' and not g.mapped
		then pg_temp.pick(c.i, 'grade', array['major', 'moderate', 'moderate', 'minor'])
		else case when c.i % 6 = 0 then 'negative' else 'none' end end,
	'Pursue', 'SYNTHETIC. Holder arrested, phone seized', true, case when c.arrested then 1 else 0 end, case when c.arrested then 1 else 0 end,
	case when c.arrested then 1 else 0 end, true,
	greatest(d.came, pg_temp.entered(c.arrest_on, 2)), 'analyst1'
from demo_closure c join demo_line d using (i) join demo_line_group lg using (i) join data.crime_group g using (group_ref)
cross join lateral (select substr(g.group_ref, 5)::int as n) x
cross join lateral (select md5(concat('disruption ', c.i, g.group_ref))::uuid as id) y
where c.kind = 'type1' and c.result is distinct from 'failed' and c.i >= 180;

create temporary table demo_month (month date, events int, linked int, arrested int, drugs int, trafficking int);
insert into demo_month values
	('2022-04-01', 61, 33, 118, 70, 31), ('2022-05-01', 64, 35, 126, 77, 36), ('2022-06-01', 58, 31, 109, 66, 30),
	('2022-07-01', 66, 37, 131, 83, 38), ('2022-08-01', 59, 34, 121, 75, 41), ('2022-09-01', 70, 40, 143, 88, 40),
	('2022-10-01', 76, 42, 154, 93, 43), ('2022-11-01', 80, 46, 157, 112, 50), ('2022-12-01', 62, 38, 109, 73, 58);

-- The first events of a month are those linked to drugs; everybody arrested is given to one of them,
-- and the first of those linked to drugs have an outcome for trafficking.
create temporary table demo_event as
with event as (
	select m.*, e, e < m.linked as drugs_linked,
		row_number() over (partition by date_trunc('quarter', m.month), e < m.linked order by m.month, e) - 1 as q
	from demo_month m cross join generate_series(0, m.events - 1) as e
), person as (
	select m.month, k < m.drugs as drugs, k < m.trafficking as trafficking,
		pg_temp.pick(k + extract(month from m.month)::int * 1000, 'socex', case when k < m.drugs then m.linked else m.events end) as e
	from demo_month m cross join generate_series(0, m.arrested - 1) as k
)
select v.month, v.e, v.drugs_linked, count(p) as arrested, count(p) filter (where p.drugs) as drugs,
	count(p) filter (where p.trafficking) as trafficking,
	-- 86 OCGs in turn, a few USGs, and other OCGs in what has no link to drugs.
	case when not v.drugs_linked then case when v.e % 3 = 0 then 'USG-' || to_char(1 + v.q % 20, 'FM000')
				else 'OCG-' || to_char(1 + (86 + v.q % 24) * 37 % 110, 'FM000') end
		when v.q >= 94 and v.q % 5 = 0 then 'USG-' || to_char(1 + v.q % 20, 'FM000')
		else 'OCG-' || to_char(1 + v.q % 86 * 37 % 110, 'FM000') end as group_ref
from event v left join person p on p.month = v.month and p.e = v.e
group by v.month, v.e, v.drugs_linked, v.q;

insert into told_disruption (event_id, event_ref, on_day, unit, group_id, grade, four_p, tactic, drugs_linked, arrested,
	arrested_drugs, trafficking_outcomes, programme, entered_at, entered_by)
select y.id, data.event_ref('DI', y.id), x.on_day, pg_temp.pick(v.e, 'unit' || v.month, array['FPVT', 'FPVT', 'WMROCU', 'CMPG', 'INT', 'BE',
		'BW', 'CV', 'DY', 'SW', 'SH', 'WS', 'WV']), g.group_id,
	pg_temp.pick(v.e, 'grade' || v.month, array['major', 'moderate', 'moderate', 'minor', 'minor', 'minor', 'none']),
	pg_temp.pick(v.e, 'four p' || v.month, array['Pursue', 'Pursue', 'Pursue', 'Prevent', 'Protect', 'Prepare']),
	'SYNTHETIC. ' || pg_temp.pick(v.e, 'tactic' || v.month, array['Warrants', 'Vehicle stopped on the network', 'Cash seized', 'Licence reviewed',
		'Visit with partners', 'Search of a prison cell']),
	v.drugs_linked, v.arrested, v.drugs, v.trafficking, false, pg_temp.entered(x.on_day, 2), 'analyst2'
from demo_event v join data.crime_group g using (group_ref)
cross join lateral (select v.month + pg_temp.pick(v.e, 'day' || v.month, 30) as on_day) x
cross join lateral (select md5(concat('event ', v.month, v.e))::uuid as id) y;
