# SPDX-License-Identifier: MIT
"""The dashboard over a million lines, five million events and ten years of weeks: each panel is a
question of its own, asked in a session that stays, as the console's do. Everything is SYNTHETIC."""
from figures import SETTLED, behind_proxy
from records import OWNER, prepared, timed
from report import median

EVENTS = 5000000
RUNS = 7
PANELS = ("type1", "charges", "safeguarding", "disruptions", "arrests", "socex", "disruptions_force", "closing")
# Three in ten are the programme's. Persons and lines are drawn by number; they come in as they happen, and ten years end
# today.
COMMON = """
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';
create function pg_temp.pick(i bigint, salt bigint, n int) returns int language sql immutable as
	$$ select (hashint8extended(i, salt) & 1073741823)::int % n $$;
create temporary table drawn as
select i, 'SYNTHETIC-' || i as ref, c.today - (3651 - (i * 3652 / ({share} + 1))::int) as on_day, l.lines[1 + pg_temp.pick(i, 2, 100000)] as line_id,
	p.people[1 + pg_temp.pick(i, 3, cardinality(p.people))] as person_id, pg_temp.pick(i, 4, 10) < 3 as programme,
	pg_temp.pick(i, 5, 1000) as roll
from generate_series(1, {share}) i cross join ref.clock c
cross join (select array(select line_id from data.line order by line_ref desc limit 100000) as lines) l
cross join (select array(select person_id from data.person) as people) p;
"""
KINDS = (
    ("arrest", "drugs_linked", "roll %% 2 = 0", "person_id, "),
    ("charge", "offence, class_a", "(array['MDA-4-3-b', 'CLA-1', 'MDA-5-3'])[1 + roll %% 3], true", "person_id, "),
    ("safeguarding", "route, stage", "'statutory', (array['referred', 'engaged'])[1 + roll %% 2]", "person_id, "),
    ("disruption", "grade, four_p, drugs_linked, arrested, arrested_drugs, trafficking_outcomes",
     "(array['major', 'moderate', 'minor', 'none', 'negative'])[1 + roll %% 5],"
     " (array['Pursue', 'Prevent', 'Protect', 'Prepare'])[1 + roll %% 4], true, 1 + roll %% 3, roll %% 2, 0", ""),
    ("seizure", "what, quantity, class_a", "'heroin', 1, true", ""),
)
# Every second line had another band for a while within its life.
WEEKS = """
set session_replication_role = replica;
set synchronous_commit = off;
create temporary table changed as
select l.line_id, l.created_at, l.created_at + (c.at - l.created_at) * (hashtext(l.line_ref) & 1023) / 1024.0 as at
from data.line l cross join ref.clock c where l.line_ref like 'SYN%' and hashtext(l.line_ref) % 2 = 0;
insert into data.line_history
select tstzrange(h.created_at, h.at, '[)'), l.* from changed h join data.line l using (line_id) where h.at > h.created_at order by h.at;
update data.line l set valid_from = h.at from changed h where h.line_id = l.line_id and h.at > h.created_at;
"""


def insert(kind, more, values, person):
    return ("insert into data.%s (event_ref, on_day, unit, line_id, %s%s, programme, entered_at)"
            " select '%s-' || ref, on_day, 'CLTF', line_id, %s%s, programme, on_day from drawn;"
            % (kind, person, more, kind, person, values % ()))


def with_events(cluster):
    """They go in once; a kept database has them already."""
    count = "select count(*) from data.event_row"
    if int(cluster.sql(count, user=OWNER)) < EVENTS * 0.99:
        cluster.sql(COMMON.replace("{share}", str(EVENTS // len(KINDS))) + "\n".join(insert(*k) for k in KINDS), user=OWNER)
        cluster.sql(WEEKS, user=OWNER)
        cluster.sql("vacuum (analyze)", user=OWNER)
    return int(cluster.sql(count, user=OWNER))


def session(statements):
    return ["prepare q%d as %s" % (i, s) for i, s in enumerate(statements)] + ["\\timing on"]


def panels(bench, report):
    events = with_events(bench.large)
    versions = int(bench.large.sql("select count(*) from data.line_history", user=OWNER))
    report.heading("The dashboard, over %s, %s events, %s earlier versions" % (
        bench.many, format(events, ","), format(versions, ",")))
    asked = ["select * from api.dashboard_panels();"] + ["select * from api.dashboard('%s');" % p for p in PANELS]
    asked += ["select * from api.dashboard_bands();"]
    times = timed(bench.large, "supervisor1", ["\\timing on"] + asked * RUNS)
    every = [median(times[i::len(asked)]) for i in range(len(asked))]
    report.at_most("which panels there are", every[0], 200, "ms", "the first screen")
    for name, ms in zip(PANELS + ("bands",), every[1:]):
        report.beside(name, ms, "ms")
    report.at_most("all of them", sum(every), 1000, "ms")
    report.at_most("all of them, the first of a session", sum(times[:len(asked)]), 1000, "ms")
    for what, query, bar in (
            ("the matrix of corridors", "select * from api.corridors();", 300),
            ("the map", "select * from api.map();", 300),
            ("what a month of charges counts", "select * from api.dashboard_rows('charges', '', 'Apr', 1001);", 300)):
        report.at_most(what, median(timed(bench.large, "supervisor1", ["\\timing on"] + [query] * RUNS)[1:]), bar, "ms")
    report.at_most("the matrix, for an LRO", median(
        timed(bench.large, "lro_bw", ["\\timing on"] + ["select * from api.corridors();"] * RUNS)[1:]), 300, "ms")


def on_the_screen(bench, report):
    report.heading("The dashboard on the screen, of %s" % bench.many)
    with behind_proxy(bench, bench.large, 0) as (t, _):
        t.settle(SETTLED, 60)
        first, _ = t.wait_for(t.type("6"), lambda s: any("Type 1 outcomes" in line for line in s.text()))
        report.at_most("6 to its first screen", first, 200, "ms", "" if first else "no dashboard was shown")
        whole, _ = t.wait_for(t.type("r"), lambda s: any("panels of" in line for line in s.text()))
        report.beside("asked anew, its first change", whole, "ms")


ALL = (panels, on_the_screen)
