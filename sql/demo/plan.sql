-- SPDX-License-Identifier: MIT
-- The fate of every line, set out before the story is told: 180 that are open at the end of 2022 and
-- 190 that were closed in the nine months before, of them 174 by the taskforce (Type 1). chapter.sql
-- tells it.

-- A meeting a month until September, then each week's.
create temporary table demo_meeting as
select at, row_number() over (order by at) - 1 as n
from (
	select (day + time '10:00') at time zone 'Europe/London' as at from generate_series(timestamp '2022-04-06', '2022-09-21', '28 days') as day
	union all
	select (day + time '10:00') at time zone 'Europe/London' from generate_series(timestamp '2022-09-28', '2022-12-28', '7 days') as day
	union all
	values (timestamptz '2022-12-30 16:00 Europe/London')
) x;

-- Open lines with a part of their own.
create temporary table demo_part (part text primary key, i int not null);
insert into demo_part values
	('revoked', 101),   -- a Type 1 whose check-back failed: open again
	('revoked late', 153), -- another, after three reviews had counted it
	('claimed', 59),    -- a Type 1 that waits for the supervisor
	('uncharged', 165), -- bulk messages and the phone are proved, nobody is charged
	('ordered', 11),    -- a restriction order is to be complied with
	('double', 170), ('doubled', 131),   -- one number on both: to be deconflicted
	('same', 143), ('same as', 106),     -- one brand in one market: to be merged
	('different', 88), ('different from', 66), -- alike in spelling only
	('gone on', 41), ('gone on later', 97),    -- others were merged into these
	('successor', 129), ('succeeded', 361),    -- the second was closed as a Type 2
	('proposed', 67), ('moderated', 15), ('second', 29), ('returned', 96); -- assessments under way

create temporary table demo_line as
with fate as (
	select i, true as open, (i * 77) % 180 as slot, null::text as final, null::date as closed
	from generate_series(0, 179) as i
	union all
	select 180 + j, false, (j * 61) % 190,
		case when j < 174 then 'type1' when j < 182 then 'type2' when j < 188 then 'closed-other' else 'merged' end,
		case when j < 174 then date '2022-04-04' + (j * 259) / 174 else date '2022-05-11' + (j - 174) * 15 end
	from generate_series(0, 189) as j
), export as (
	select *, sum(n_open) over w - n_open as open_from, sum(n_closed) over w - n_closed as closed_from
	from demo_export window w as (order by position)
), placed as (
	-- The weekly review takes the last one off the grid.
	select f.i, f.open, f.final, case when f.i = 367 then date '2022-12-14' else f.closed end as closed, e.force, e.npu, e.lro, e.prefix,
		case when f.open and f.i % 36 = 20 then date '2022-12-30'
			when f.open then date '2022-01-10' + pg_temp.pick(f.i, 'opened', 345)
			else f.closed - 20 - pg_temp.pick(f.i, 'opened', 150) end as opened
	from fate f
	join export e on case when f.open then f.slot >= e.open_from and f.slot < e.open_from + e.n_open
		else f.slot >= e.closed_from and f.slot < e.closed_from + e.n_closed end
)
select p.*, md5('line ' || p.i)::uuid as line_id,
	(select min(m.at) from demo_meeting m where (m.at at time zone 'Europe/London')::date >= p.opened) as came,
	p.prefix || '22-' || to_char(row_number() over (order by p.opened, p.i), 'FM0000') as line_ref,
	coalesce(o.name, b.first[1 + (p.i * 211) % 576 / 24] || ' ' || b.second[1 + (p.i * 211) % 24]) as name,
	-- The region shares what it closed, most of what others hold, and a part of the force's own.
	not p.open or case when p.force = 'West Midlands' then p.i % 4 = 1 else p.i % 5 > 0 end as shared,
	-- Where the taskforce closes a line it keeps the record of it.
	case when p.open then p.force else 'West Midlands' end as holder,
	p.open and p.force = 'West Midlands' and p.i % 43 = 12 as restricted,
	p.open and p.i % 11 = 3 as neglected,
	p.open and p.i % 19 = 5 as dormant,
	p.open and p.i % 23 = 7 as unscored,
	-- What nobody looks after is seldom what threatens most; twice it is.
	case when p.open and p.i > 20 and (p.i % 11 = 3 or p.i % 19 = 5) then 10 + pg_temp.pick(p.i, 'target', 35)
		else 14 + pg_temp.pick(p.i, 'target', 78) end as target
from placed p
cross join demo_brand b
left join demo_odd_name o using (i);
create unique index on demo_line (i);

-- Links are the same all along, but for groups that took a line over.
create temporary table demo_import as
select distinct i, area from (
	select i, pg_temp.pick(i, 'near', array['Staffordshire', 'Warwickshire', 'West Mercia', 'West Mercia']) as area
	from demo_line
	union all
	select i, pg_temp.pick(i, 'far', array['Police Scotland', 'South Wales', 'South coast', 'Hampshire',
		'Sussex', 'Dorset', 'Devon & Cornwall', 'Kent',
		'Gwent', 'Dyfed-Powys', 'North Wales', 'Gloucestershire', 'Avon & Somerset', 'Derbyshire',
		'Leicestershire', 'Northamptonshire', 'Thames Valley', 'Lincolnshire', 'Cumbria'])
	from demo_line where i % 5 < 3
	union all
	select i, pg_temp.pick(i, 'second', array['West Midlands', 'Police Scotland', 'South Wales', 'Hampshire'])
	from demo_line where i % 7 = 2
) x;

create temporary table demo_drug as
select distinct i, drug from (
	select i, unnest(case pg_temp.pick(i, 'drug', 10)
		when 0 then array['powder cocaine'] when 1 then array['cannabis', 'powder cocaine']
		when 2 then array['heroin'] when 3 then array['crack cocaine']
		else array['heroin', 'crack cocaine'] end) as drug
	from demo_line
) x;

create temporary table demo_alias as
select i, left(name, 1) || substr(name, strpos(name, ' ') + 1, 1) || ' line' as alias
from demo_line where i % 3 = 1 and strpos(name, ' ') > 0
union
select i, substr(name, strpos(name, ' ') + 1) || ' ' || 2 + i % 7 from demo_line where i % 4 = 2;

-- A line outlives its numbers. All of them are SYNTHETIC, from the range kept for drama: 07700 900000
-- to 900999, in the form that data.parse_number gives them.
create temporary table demo_number as
select i, '+447700900' || to_char(row_number() over (order by i, n) - 1, 'FM000') as number, n
from demo_line, generate_series(0, pg_temp.pick(i, 'numbers', 3)) as n;

create temporary table demo_group as
select n, 'OCG-' || to_char(n, 'FM000') as group_ref, 'OCG' as kind, name || ' group' as name, n % 3 > 0 as mapped
from unnest(array['Basalt', 'Feldspar', 'Gypsum', 'Obsidian', 'Quartzite', 'Pumice', 'Marl', 'Dolerite', 'Gneiss',
	'Schist', 'Tuff', 'Flint', 'Alabaster', 'Breccia', 'Chert', 'Dunite', 'Gabbro', 'Ironstone', 'Loess',
	'Mudstone', 'Pegmatite', 'Rhyolite', 'Serpentine', 'Syenite', 'Travertine', 'Whinstone'])
	with ordinality as x (name, n)
union all
-- Known to the force, behind none of these lines.
select n, 'OCG-' || to_char(n, 'FM000'), 'OCG', (array['Basalt', 'Feldspar', 'Gypsum', 'Obsidian', 'Quartzite', 'Pumice', 'Marl',
	'Dolerite', 'Gneiss', 'Schist', 'Tuff', 'Flint', 'Alabaster', 'Breccia', 'Chert', 'Dunite', 'Gabbro', 'Ironstone',
	'Loess', 'Mudstone', 'Pegmatite'])[1 + n % 21] || ' ' || (array['Bank', 'Quarry', 'Hollow', 'Edge'])[1 + n % 4] || ' group', n % 3 > 0
from generate_series(27, 110) as n
union all
select n, 'USG-' || to_char(n, 'FM000'), 'USG', name || ' crew', false
from unnest(array['Ninepin', 'Thornback', 'Saltire', 'Turnstile', 'Hobnail', 'Catkin', 'Lamplight', 'Oxbow',
	'Foxglove', 'Millrace', 'Tanyard', 'Ropewalk', 'Sandglass', 'Tollgate', 'Windlass', 'Cartwheel',
	'Ashlar', 'Fishplate', 'Gatepost', 'Ha''penny'])
	with ordinality as x (name, n);

create temporary table demo_line_group as
select i, 'OCG-' || to_char(1 + pg_temp.pick(i, 'ocg', 26), 'FM000') as group_ref,
	pg_temp.pick(i, 'role', array['controls', 'controls', 'supplies', 'linked']) as role
from demo_line where i % 5 < 3
union all
select i, 'USG-' || to_char(1 + pg_temp.pick(i, 'usg', 20), 'FM000'),
	pg_temp.pick(i, 'role2', array['controls', 'supplies', 'linked'])
from demo_line where i % 3 = 1;

-- Taskings of a line: on the closed ones the work that closed it, on the open ones up to four, of
-- which some are done, some are late and some have time.
create temporary table demo_tasking as
with wish as (
	select l.*, n, pg_temp.pick(l.i * 8 + n, 'job', 10) as job
	from demo_line l, generate_series(0, case when l.open then pg_temp.pick(l.i, 'taskings', 5) - 1 else 0 end) as n
	where not (l.open and (l.dormant or l.opened > date '2022-12-14')) and (l.open or l.final in ('type1', 'type2'))
		and not exists (select from demo_part p where p.i = l.i)
), dated as (
	select w.*, case when w.open then least(date '2022-12-27', w.opened + 5 + pg_temp.pick(w.i * 8 + n, 'raised', 240))
		else w.opened + 7 end as raised
	from wish w
)
select d.i, 'T22-' || to_char(row_number() over (order by d.raised, d.i, d.n), 'FM0000') as tasking_ref,
	case when d.open then j.title else 'Close the line: phone, holder, charge' end as title,
	case when not d.open then 'force' else j.route end as route,
	case when not d.open then 'CLTF' when j.unit = 'NPU' then coalesce(d.npu, 'CLTF') else j.unit end as unit,
	case when d.open then j.operation end as operation, d.raised,
	d.raised + 14 + pg_temp.pick(d.i * 8 + d.n, 'due', 35) as due,
	case when not d.open then d.closed
		when pg_temp.pick(d.i * 8 + d.n, 'late', 9) > 0 and d.raised + 14 + pg_temp.pick(d.i * 8 + d.n, 'due', 35) < date '2022-12-31'
		then d.raised + 10 + pg_temp.pick(d.i * 8 + d.n, 'done', 30) end as done,
	case when d.open and pg_temp.pick(d.i * 8 + d.n, 'fate', 12) = 0 then 'cancelled' else 'complete' end as final
from dated d
join demo_job j on j.n = d.job;

-- The groups were known before the first meeting.
update ref.setting set training_base = timestamptz '2022-04-01 08:00 Europe/London', training_started = now();
insert into data.crime_group (group_id, group_ref, kind, name, mapped, band, changed_by)
select md5(group_ref)::uuid, group_ref, kind, name, mapped,
	case when mapped then 1 + pg_temp.pick(n::int, 'band', 4) end, 'SYNTHETIC'
from demo_group;
