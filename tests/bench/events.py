# SPDX-License-Identifier: MIT
"""Five million events of ten years on the lines of the large database, some of their lines closed by them, and earlier
versions of every second line. They go in once and stay in a kept database. Everything is SYNTHETIC."""
from records import OWNER

EVENTS = 5_000_000
# A day of the last ten years, a line, a person and a group by number. They go in without triggers: the log would have
# an entry a statement. What triggers keep is counted at the end.
LOAD = """
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
insert into data.person (person_id, person_ref)
select md5('bench ' || i)::uuid, 'SYN-' || i from generate_series(1, 300000) i on conflict do nothing;
create temporary table drawn as
select i, c.today - 1 - (abs(hashint8extended(i, 1)) %% 3650)::int as on_day,
	('d3300000-0000-4000-8000-' || lpad(to_hex(1 + abs(hashint8extended(i, 2)) %% %(lines)d), 12, '0'))::uuid as line_id,
	md5('bench ' || 1 + abs(hashint8extended(i, 3)) %% 300000)::uuid as person_id,
	(select array_agg(group_id order by group_ref) from data.crime_group) [1 + abs(hashint8extended(i, 4)) %% 100] as group_id,
	i %% 2 = 0 as programme, 'SYN-' || i as ref, i %% 50 as kind, (abs(hashint8extended(i, 5)) %% 1000)::int as roll,
	(abs(hashint8extended(i, 6)) %% 20)::int as late
from generate_series(1, %(events)d) i cross join ref.clock c;
insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at, entered_by)
select 'AR' || ref, on_day, 'CLTF', line_id, person_id, true, programme, on_day + late, 'SYNTHETIC' from drawn where kind < 15;
insert into data.charge (event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at, entered_by)
select 'CH' || ref, on_day, 'CLTF', line_id, person_id, (array['MDA-4-3-b', 'CLA-1', 'MDA-5-3'])[1 + roll %% 3], true, programme, on_day + late, 'SYNTHETIC'
from drawn where kind between 15 and 24;
insert into data.safeguarding (event_ref, on_day, unit, line_id, person_id, route, stage, programme, entered_at, entered_by)
select 'SG' || ref, on_day, 'CLTF', line_id, person_id, 'funded', case when i %% 3 = 0 then 'engaged' else 'referred' end, programme, on_day + late, 'SYNTHETIC'
from drawn where kind between 25 and 29;
insert into data.disruption (event_ref, on_day, unit, line_id, group_id, grade, four_p, drugs_linked, arrested, arrested_drugs, trafficking_outcomes, programme,
	entered_at, entered_by)
select 'DI' || ref, on_day, 'CLTF', line_id, group_id, (array['major', 'moderate', 'minor', 'none', 'negative'])[1 + roll %% 5],
	(array['Pursue', 'Prevent', 'Protect', 'Prepare'])[1 + roll / 5 %% 4], true, 1 + roll %% 3, roll %% 2, 0, programme, on_day + late, 'SYNTHETIC'
from drawn where kind between 30 and 39;
insert into data.seizure (event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at, entered_by)
select 'SZ' || ref, on_day, 'CLTF', line_id, 'SYNTHETIC', 1, 'piece', false, programme, on_day + late, 'SYNTHETIC' from drawn where kind > 39;
insert into data.closure (closure_id, outcome_ref, line_id, kind, definition, state, on_day, unit, bulk_on, bulk_source, recovered_on, recovered_source, charge_id,
	claimed_by, claimed_on, ratified_by, check_back_due, check_back_on)
select md5('bench closure ' || i)::uuid, 'T1' || ref, line_id, 'type1', 'T1-2022', 'verified', on_day, 'CLTF', on_day, 'SYNTHETIC', on_day, 'SYNTHETIC', gen_random_uuid(),
	'SYNTHETIC', on_day, 'SYNTHETIC1', on_day + 28, on_day + 28
from (select *, row_number() over (partition by line_id order by i) as n from drawn where kind = 0) d where n = 1;
insert into data.closure_state (closure_id, at, n, state, login)
select c.closure_id, c.on_day + 2, 1, 'provisional', 'SYNTHETIC' from data.closure c where c.claimed_by = 'SYNTHETIC'
union all
select c.closure_id, c.on_day + 28, 2, 'verified', 'SYNTHETIC' from data.closure c where c.claimed_by = 'SYNTHETIC';
"""
# Every second line was of another band for a while within its life.
WEEKS = """
set session_replication_role = replica;
set synchronous_commit = off;
create temporary table changed as
select l.line_id, l.created_at, l.created_at + (c.at - l.created_at) * (hashtext(l.line_ref) & 1023) / 1024.0 as at
from data.line l cross join ref.clock c where l.line_ref like 'SYN%' and hashtext(l.line_ref) % 2 = 0 and l.valid_from = l.created_at;
insert into data.line_history
select tstzrange(h.created_at, h.at, '[)'), l.* from changed h join data.line l using (line_id) where h.at > h.created_at order by h.at;
update data.line_history h set score = 100 - h.score, band = data.band_of(100 - h.score) where h.line_ref like 'SYN%' and h.score is not null;
update data.line l set valid_from = h.at from changed h where h.line_id = l.line_id and h.at > h.created_at;
"""
COUNT = """select (select count(*) from data.arrest) + (select count(*) from data.charge) + (select count(*) from data.safeguarding)
	+ (select count(*) from data.disruption) + (select count(*) from data.seizure)"""


def with_events(cluster):
    """How many events and earlier versions there are; a kept database has them already."""
    if int(cluster.sql(COUNT, user=OWNER)) < EVENTS:
        lines = int(cluster.sql("select count(*) from data.line where line_ref like 'SYN%'", user=OWNER))
        cluster.sql(LOAD % {"lines": max(lines, 1), "events": EVENTS}, user=OWNER)
        cluster.sql(WEEKS, user=OWNER)
        cluster.sql("select data.tally_rebuild()", user=OWNER)
        cluster.sql("vacuum (analyze)", user=OWNER)
    return tuple(int(cluster.sql(q, user=OWNER)) for q in (COUNT, "select count(*) from data.line_history"))
