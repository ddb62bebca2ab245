# SPDX-License-Identifier: MIT
"""What stands behind a line, among a million lines and two million numbers: opening a dossier,
looking for duplicates, saving. The statements are the console's own, prepared in a session that stays,
as its sessions do. Everything is SYNTHETIC, and what is saved stays in the database."""
import os
import re
import subprocess

from figures import SETTLED, behind_proxy
from report import median

OWNER = "postgres"  # of the demo's server: may call what nobody else may
QUERIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../sql/query")
TIME = re.compile(r"^Time: ([0-9.]+) ms", re.M)
SAVES = 20
FACTORS = ("children", "vulnerable", "cuckooing", "weapons", "class_a", "reach", "group", "community")

# Two for each line that has none. No country has the code 999: they are nobody's numbers.
NUMBERS = """
set session_replication_role = replica;
set synchronous_commit = off;
insert into data.line_number (line_id, number, first_seen)
select l.line_id, '+999' || to_char(2 * row_number() over (order by l.line_ref) + k, 'FM00000000'), l.first_seen
from data.line l cross join generate_series(0, 1) k
where not exists (select from data.line_number n where n.line_id = l.line_id)"""
# The first line from a place in the grid that can be scored today.
LINE = """
select l.line_id, l.row_version from data.line l
where l.is_open and l.line_ref between 'SYN%07d' and 'SYN9999999' and not exists (select from data.assessment a
	where a.line_id = l.line_id and (a.state in ('proposed', 'moderated') or a.signed_on >= (select today from ref.clock)))
order by l.line_ref limit 1"""
# What a new line may be called where all the others are one of 256 brands and a number.
NAMES = (
    ("a brand that all others share, and a number", "Copper Kettle %d"),
    ("that brand alone", "Copper Kettle"),
    ("one word of it", "Kettle"),
    ("that brand misspelt", "Coppper Kettle"),
    ("like no other", "Wandering Drumlin"),
)
MARKET = "Bedfordshire"


def timed(cluster, login, lines):
    """Milliseconds of each statement of a session, the way there and back included."""
    script = "\n".join(["\\set ON_ERROR_STOP on", "\\o /dev/null", *lines, ""])
    done = subprocess.run(["psql", "-XAtq", "-U", login], input=script, env=cluster.env(LC_ALL="C"),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip())
    return [float(ms) for ms in TIME.findall(done.stdout)]


def prepared(name, types=""):
    with open(os.path.join(QUERIES, name + ".sql")) as f:
        return "prepare %s %s as %s" % (name, types and "(%s)" % types, f.read().strip())


def array(values):
    return "array[%s]::text[]" % ", ".join("'%s'" % v for v in values)


def step(name, line_id, version, cells):
    key = "'%s'" % line_id if line_id else "null"
    return "execute step('%s', %s, %s, %s, %s, gen_random_uuid());" % (
        name, key, version, array(cells.keys()), array(cells.values()))


def scored_lines(bench):
    every = bench.large.lines // SAVES
    return [bench.large.sql(LINE % (i * every), user=OWNER).split("|") for i in range(SAVES)]


def with_numbers(cluster):
    """The numbers go in once; a kept database has them already."""
    lines, numbers = (int(n) for n in cluster.sql(
        "select (select count(*) from data.line), count(*) from data.line_number", user=OWNER).split("|"))
    if numbers < 2 * lines * 0.99:
        cluster.sql(NUMBERS, user=OWNER)
        cluster.sql("vacuum (analyze) data.line_number", user=OWNER)
    return cluster.sql("select count(*) from data.line_number", user=OWNER)


def opening(bench, report):
    numbers = int(with_numbers(bench.large))
    report.heading("Opening a dossier, of %s and %s numbers" % (bench.many, format(numbers, ",")))
    script = [prepared("consult", "text, uuid, text"), prepared("dossier", "uuid"), prepared("dossier_warm"),
              "\\timing on", "execute dossier_warm;"]
    for line_id, _ in scored_lines(bench):
        script += ["execute consult('line', '%s', 'SYNTHETIC benchmark') \\gset" % line_id,
                   "execute dossier(:'consult');"]
    ready, *times = timed(bench.large, "analyst1", script)
    report.beside("getting ready, while the first reason of a session is typed", ready, "ms")
    both = [a + b for a, b in zip(times[::2], times[1::2])]
    report.beside("the consultation, committed", median(times[2::2]), "ms")
    report.beside("what it opens", median(times[3::2]), "ms")
    report.at_most("both", median(both[1:]), 10, "ms")
    report.at_most("both, the first of a session", both[0], 10, "ms")
    with behind_proxy(bench, bench.large, 0) as (t, proxy):
        t.settle(SETTLED, 60)
        t.key("Enter", 0.3)
        for key in "SYNTHETIC":
            t.key(key, 0.05, 0.1)
        before = proxy.flushes.value
        shown, _ = t.wait_for(t.type("Enter"), dossier_shown)
        t.settle(0.5, 2)
        report.at_most("after the justification", proxy.flushes.value - before if shown else None, 2, "trips",
                       "" if shown else "no dossier was shown")
        report.beside("on the screen, behind a proxy", shown, "ms")
        t.key("Esc", 0.3)


def dossier_shown(screen):
    return any("Also known as" in line or "Sells in" in line for line in screen.text())


def cells_of(bench, name):
    today = bench.large.sql("select today from ref.clock", user=OWNER)
    return {"name": name, "status": "active", "export_force": "West Midlands", "imports": MARKET,
            "first_seen": today, "numbers": "+99900000777; +99999999999"}


def doubles(bench, report):
    report.heading("Looking for lines that may be the same, among %s" % bench.many)
    with_numbers(bench.large)
    last = int(bench.large.sql("select count(*) from data.line", user=OWNER))
    previews = []
    for what, name in NAMES:
        name = name % last if "%" in name else name
        search = "select * from data.line_likely(null, '%s', array['%s'], array['+99900000777']);" % (name, MARKET)
        report.at_most(what, median(timed(bench.large, OWNER, ["\\timing on"] + [search] * 6)[1:]), 30, "ms")
        cells = cells_of(bench, name)
        preview = "execute step_preview('line_add', null, %s, %s);" % (array(cells.keys()), array(cells.values()))
        times = timed(bench.large, "analyst1",
                      [prepared("step_preview", "text, uuid, text[], text[]"), "\\timing on"] + [preview] * 6)
        previews.append((median(times[1:]), what))
    report.at_most("previewed while one types, the slowest of these", max(previews)[0], 30, "ms", max(previews)[1])
    saves = [step("line_add", None, "null", cells_of(bench, NAMES[0][1] % (last + i))) for i in range(SAVES)]
    times = timed(bench.large, "analyst1", [prepared("step", "text, uuid, int, text[], text[], uuid"), "\\timing on", *saves])
    report.at_most("a new line saved, its search within", median(times[1:]), 30, "ms")


def under_way(bench, lines):
    return [row.split("|") for row in bench.large.sql(
        "select assessment_id, row_version from data.assessment where state in ('proposed', 'moderated')"
        " and line_id = any ('{%s}')" % ",".join(line_id for line_id, _ in lines), user=OWNER).splitlines()]


def saving_scores(bench, report):
    report.heading("Saving an assessment, in %s" % bench.many)
    lines = scored_lines(bench)
    score = {"rationale": "SYNTHETIC"}
    for factor in FACTORS:
        score.update({factor: "2", factor + "_why": "SYNTHETIC"})
    for what, login, name, cells in (
            ("proposed", "analyst1", "assess_propose", score),
            ("moderated", "analyst2", "assess_moderate", score),
            ("signed", "supervisor1", "assess_sign", {"reason": "SYNTHETIC"})):
        records = lines if name == "assess_propose" else under_way(bench, lines)
        times = timed(bench.large, login, [
            prepared("step", "text, uuid, int, text[], text[], uuid"), "\\timing on",
            *(step(name, record, version, cells) for record, version in records)])
        report.at_most(what, median(times[1:]), 20, "ms")
        report.beside(what + ", the first of a session", times[0], "ms")


ALL = (opening, doubles, saving_scores)
