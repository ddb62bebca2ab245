# SPDX-License-Identifier: MIT
"""The figures of the board among a million lines and five million events of ten years. The events are loaded once
and stay in a kept database. Everything is SYNTHETIC."""
import os
import subprocess
import time

from records import OWNER, prepared, timed
from report import median

EVENTS = 5_000_000
RUNS = 5
# A day of the last ten years, a line, a person and a group by number. They go in without triggers: the log would
# have an entry a statement, and nothing else depends on them.
LOAD = """
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
insert into data.person (person_id, person_ref)
select md5('bench ' || i)::uuid, 'SYN-' || i from generate_series(1, 300000) i on conflict do nothing;
create temporary table drawn as
select i, (select today from ref.clock) - 1 - (abs(hashint8extended(i, 1)) %% 3650)::int as on_day,
	('d3300000-0000-4000-8000-' || lpad(to_hex(1 + abs(hashint8extended(i, 2)) %% %(lines)d), 12, '0'))::uuid as line_id,
	md5('bench ' || 1 + abs(hashint8extended(i, 3)) %% 300000)::uuid as person_id,
	(select array_agg(group_id order by group_ref) from data.crime_group) [1 + abs(hashint8extended(i, 4)) %% 100] as group_id,
	i %% 2 = 0 as programme, 'SYN-' || i as ref, i %% 50 as kind
from generate_series(1, %(events)d) i;
insert into data.arrest (event_ref, on_day, unit, line_id, person_id, drugs_linked, programme, entered_at, entered_by)
select 'AR' || ref, on_day, 'CLTF', line_id, person_id, true, programme, on_day + 1, 'SYNTHETIC' from drawn where kind < 15;
insert into data.charge (event_ref, on_day, unit, line_id, person_id, offence, class_a, programme, entered_at, entered_by)
select 'CH' || ref, on_day, 'CLTF', line_id, person_id, 'MDA-4-3-b', true, programme, on_day + 1, 'SYNTHETIC' from drawn where kind between 15 and 24;
insert into data.safeguarding (event_ref, on_day, unit, line_id, person_id, route, stage, programme, entered_at, entered_by)
select 'SG' || ref, on_day, 'CLTF', line_id, person_id, 'funded', case when i %% 3 = 0 then 'engaged' else 'referred' end, programme, on_day + 1, 'SYNTHETIC'
from drawn where kind between 25 and 29;
insert into data.disruption (event_ref, on_day, unit, line_id, group_id, grade, four_p, drugs_linked, arrested, arrested_drugs, programme, entered_at, entered_by)
select 'DI' || ref, on_day, 'CLTF', line_id, group_id, 'minor', 'Pursue', true, 1, 1, programme, on_day + 1, 'SYNTHETIC' from drawn where kind between 30 and 39;
insert into data.seizure (event_ref, on_day, unit, line_id, what, quantity, measure, class_a, programme, entered_at, entered_by)
select 'SZ' || ref, on_day, 'CLTF', line_id, 'SYNTHETIC', 1, 'piece', false, programme, on_day + 1, 'SYNTHETIC' from drawn where kind > 39;
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
COUNT = """select (select count(*) from data.arrest) + (select count(*) from data.charge) + (select count(*) from data.safeguarding)
	+ (select count(*) from data.disruption) + (select count(*) from data.seizure)"""
TABLES = ("person", "arrest", "charge", "safeguarding", "disruption", "seizure", "closure", "closure_state")


def with_events(cluster):
    """They go in once; a kept database has them already."""
    if int(cluster.sql(COUNT, user=OWNER)) < EVENTS:
        lines = int(cluster.sql("select count(*) from data.line where line_ref like 'SYN%'", user=OWNER))
        cluster.sql(LOAD % {"lines": max(lines, 1), "events": EVENTS}, user=OWNER)
        cluster.sql("vacuum (analyze) " + ", ".join("data." + t for t in TABLES), user=OWNER)
    return int(cluster.sql(COUNT, user=OWNER))


def counting(bench, report):
    events = with_events(bench.large)
    report.heading("The figures of the board, of %s and %s events" % (bench.many, format(events, ",")))
    script = [prepared("report_figures", "date, text"), "\\timing on"]
    times = timed(bench.large, "analyst1", script + ["execute report_figures(null, null);"] * (RUNS + 1))
    report.at_most("all of them, as at today", median(times[1:]), 1000, "ms")
    report.beside("the first of a session", times[0], "ms")
    times = timed(bench.large, "analyst1", script + ["execute report_figures((select today from api.session()) - 400, null);"] * RUNS)
    report.at_most("as at a day four hundred days ago", median(times[1:]), 1000, "ms")
    times = timed(bench.large, "analyst1", script + ["execute report_figures(null, '2022-Q3');"] * RUNS)
    report.at_most("over a quarter", median(times[1:]), 1000, "ms")
    taken = []
    for _ in range(RUNS):
        began = time.monotonic()
        subprocess.run([os.path.join(bench.build, "gridline"), "report", "board"], env=bench.large.env(LC_ALL="C"), stdout=subprocess.DEVNULL, check=True)
        taken.append((time.monotonic() - began) * 1000)
    report.at_most("gridline report board, charts within", median(taken), 1000, "ms")


ALL = (counting,)
