-- SPDX-License-Identifier: MIT
-- What is known of each line. Its first and every later day of intelligence, as the story moved
-- last_seen, is an entry of that day, graded 3x5x2; what others score is recorded beside.
create temporary table demo_known as
select d.i, coalesce((select min(area) from demo_import x where x.i = d.i), 'another force') as area,
	coalesce((select string_agg(drug, ' and ') from demo_drug x where x.i = d.i), 'drugs') as drugs,
	(select (array_agg(person_ref order by slot desc))[1] from demo_link x where x.i = d.i and x.category = 'suspect') as suspect
from demo_line d;
create function pg_temp.intel_body(k demo_known, seed int) returns text
language sql immutable
as $$
	select case pg_temp.pick(seed, 'body', 8)
		when 0 then format('The line sends bulk messages that offer %s.', k.drugs)
		when 1 then format('Deliveries to %s by train, two or three days at a time.', k.area)
		when 2 then format('Runners of the line stay at an address in %s that is not theirs.', k.area)
		when 3 then format('%s answers the phone in the evenings.', coalesce(k.suspect, 'A second person'))
		when 4 then format('%s was seen with two phones and cash.', coalesce(k.suspect, 'Somebody not known'))
		when 5 then 'The price went up and the messages come later in the day.'
		when 6 then format('Partners in %s report new customers of the line.', k.area)
		else 'The phone is topped up at the same shop each week.' end
$$;

insert into data.intel (intel_id, line_id, on_day, source_grade, intel_grade, handling, conditions, statement, body, source_ref,
	entered_at, entered_by)
select md5(concat('intel ', d.i, ' ', k.n))::uuid, d.line_id, k.on_day, pg_temp.pick(x.seed, 'source', array['1', '2', '2', '2', '3']),
	pg_temp.pick(x.seed, 'intel', array['A', 'B', 'B', 'C', 'C', 'D', 'E']), case when x.conditional then 'C' else 'P' end,
	case when x.conditional then pg_temp.pick(x.seed, 'condition', array['SYNTHETIC. Not to be acted on without asking who gave it.',
		'SYNTHETIC. Within the taskforce only.', 'SYNTHETIC. Not to be used in interview.']) else '' end,
	pg_temp.pick(x.seed, 'statement', array['fact', 'assessment', 'assessment']), 'SYNTHETIC. ' || pg_temp.intel_body(w, x.seed),
	format('SYN-IR-%s-%s', d.i, k.n), k.entered_at,
	case when d.holder = 'West Midlands' then coalesce(d.lro, 'analyst1') else 'file' end
from (
	select line_id, on_day, min(entered_at) as entered_at, (row_number() over (partition by line_id order by on_day))::int as n
	from (
		select line_id, last_seen as on_day, valid_from as entered_at from data.line
		union all select line_id, last_seen, valid_from from data.line_history
		union all select line_id, first_seen, created_at from data.line
	) v
	group by line_id, on_day
) k
join demo_line d using (line_id)
join demo_known w using (i)
cross join lateral (select d.i + k.n * 400 as seed, pg_temp.pick(d.i + k.n * 400, 'handling', 8) = 0 as conditional) x
order by k.entered_at, d.i;

-- A correction is an entry of its own.
insert into data.intel (intel_id, line_id, on_day, source_grade, intel_grade, handling, statement, body, source_ref, corrects,
	entered_at, entered_by)
select md5('correction ' || d.i)::uuid, d.line_id, o.on_day, o.source_grade, 'E', 'P', 'assessment',
	'SYNTHETIC. The report before was about another line.', o.source_ref || '-B', o.intel_id, o.entered_at + interval '1 day', o.entered_by
from demo_line d join data.intel o on o.intel_id = md5(concat('intel ', d.i, ' 2'))::uuid
where d.i % 45 = 7 and o.entered_at < '2022-12-28';

-- Told word by word where a line has a part of its own.
insert into data.intel (intel_id, line_id, on_day, source_grade, intel_grade, handling, conditions, statement, body, source_ref,
	entered_at, entered_by)
select md5(concat('intel ', p.part, x.n))::uuid, d.line_id, x.on_day, '1', 'A', x.handling, x.conditions, 'fact', 'SYNTHETIC. ' || x.body,
	format('SYN-IR-%s-%s', d.i, upper(chr(64 + x.n))), pg_temp.entered(x.on_day, 1), coalesce(d.lro, 'analyst1')
from (values
	('revoked', 1, date '2022-10-10', 'P', '', 'Customers in the market got bulk messages from the number of the line again.'),
	('uncharged', 1, date '2022-12-18', 'P', '', 'Download of a customer''s phone shows bulk messages from the line that offer heroin and crack cocaine.'),
	('uncharged', 2, date '2022-12-19', 'C', 'SYNTHETIC. Not to be given to the defence before the charging decision.',
		'The phone of the line was seized and the provider shows it disabled. Who held it is released under investigation.'),
	('claimed', 1, date '2022-12-17', 'P', '', 'The phone of the line was seized with its holder; it is shown disabled.'),
	('ordered', 1, date '2022-12-21', 'P', '', 'The phone cannot be found; the number still sells. An order to restrict it is applied for.'),
	('successor', 1, date '2022-10-20', 'P', '', 'Customers of the line whose number was cut off in August are given this number.'),
	('double', 1, date '2022-12-19', 'P', '', 'The number on the messages is one that another unit has for a line of its own.'),
	('same', 1, date '2022-12-12', 'P', '', 'Same brand, same market, same wording of the messages.')
) x (part, n, on_day, handling, conditions, body)
join demo_part p using (part) join demo_line d using (i);
update data.line l set last_seen = x.on_day
from (select line_id, max(on_day) as on_day from data.intel group by line_id) x
where x.line_id = l.line_id and x.on_day > l.last_seen;

-- Scores of other schemes, as they were given.
insert into data.external_score (external_id, line_id, group_id, scheme, value, on_day, assessor, recorded_by)
select md5('MoRiLE ' || i)::uuid, line_id, null::uuid, 'MoRiLE', (20 + pg_temp.pick(i, 'MoRiLE', 70))::text,
	greatest(opened, date '2022-04-20') + pg_temp.pick(i, 'scored', 20), 'FPVT (SYNTHETIC)', 'analyst2'
from demo_line where i % 6 = 0 and opened < date '2022-12-01'
union all
select md5('OCGM ' || g.group_ref)::uuid, null, g.group_id, 'OCGM band', 'Band ' || g.band,
	date '2022-04-11' + pg_temp.pick(substr(g.group_ref, 5)::int, 'mapped', 200), 'WMROCU (SYNTHETIC)', 'analyst2'
from data.crime_group g where g.mapped
union all
select md5('OCGM line ' || i)::uuid, line_id, null, 'OCGM band', 'Band ' || 1 + pg_temp.pick(i, 'band', 4),
	greatest(opened, date '2022-04-20') + 9, 'WMROCU (SYNTHETIC)', 'analyst2'
from demo_line where i % 12 = 6 and opened < date '2022-12-01';
