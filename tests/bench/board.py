# SPDX-License-Identifier: MIT
"""The figures of the board among a million lines and five million events of ten years. Everything is SYNTHETIC."""
import os
import subprocess
import time

from events import with_events
from records import prepared
from report import median
from server import Session

RUNS = 5
# The least there is to count: a year's events of the programme, each kind once by an index that holds all it asks.
FLOOR = "select " + " + ".join(
    "(select count(*) from data.%s where programme and on_day between c.today - 364 and c.today and entered_at <= now())" % kind
    for kind in ("arrest", "charge", "safeguarding", "disruption")) + " from ref.clock c"


def counting(bench, report):
    events, _ = with_events(bench.large)
    report.heading("The figures of the board, of %s and %s events" % (bench.many, format(events, ",")))
    with Session(bench.large, "postgres") as s:
        floor = median([s.timed(FLOOR)[1] for _ in range(RUNS)])
    report.beside("floor: a year's events counted once, of the processor", floor, "ms")
    with Session(bench.large, "analyst1") as s:
        day = s.ask("select today - 400 from api.session()")
        s.ask(prepared("report_figures", "date, text").rstrip(";"))
        first = s.timed("execute report_figures(null, null)")
        report.beside("the first of a session, of the processor", first[1], "ms")
        for what, asked in (("all of them, as at today", "null, null"),
                            ("as at a day four hundred days ago", "'%s', null" % day),
                            ("over a quarter", "null, '2022-Q3'")):
            times = [s.timed("execute report_figures(%s)" % asked) for _ in range(RUNS)]
            report.at_most(what, median([t for t, _ in times]), 1000, "ms")
            used = median([u for _, u in times])
            report.at_most("  of the server's processor", used, 1000, "ms", "%.1f x the floor" % (used / floor))
    taken = []
    for _ in range(RUNS):
        began = time.monotonic()
        subprocess.run([os.path.join(bench.build, "gridline"), "report", "board"], env=bench.large.env(LC_ALL="C"), stdout=subprocess.DEVNULL, check=True)
        taken.append((time.monotonic() - began) * 1000)
    report.at_most("gridline report board, charts within", median(taken), 1000, "ms")


def on_paper(bench, report):
    """A report of many pages: groff runs twice, since only the first run knows how many pages there are."""
    report.heading("Reports on paper, of %s lines" % format(bench.small.lines, ","))
    env = bench.small.env(LC_ALL="C")

    def run(*arguments, **more):
        began = time.monotonic()
        done = subprocess.run(arguments, env=env, stdout=subprocess.PIPE, check=True, **more)
        return (time.monotonic() - began) * 1000, done.stdout

    gridline = os.path.join(bench.build, "gridline")
    for name in ("grid", "dashboard"):
        _, source = run(gridline, "report", name, "--format", "groff")
        groff = ("groff", "-S", "-t", "-p", "-Tpdf", "-P-pa4", "-P-l")
        floor = median([run(*groff, input=source, stderr=subprocess.DEVNULL)[0] for _ in range(RUNS)])
        text = median([run(gridline, "report", name)[0] for _ in range(RUNS)])
        papers = [run(gridline, "report", name, "--format", "pdf") for _ in range(RUNS)]
        taken = median([t for t, _ in papers])
        pages = max(1, papers[0][1].count(b"/Type /Page\n"))
        report.beside("floor: groff run once on the same source", floor, "ms")
        report.beside("report %s as text" % name, text, "ms")
        report.at_most("report %s as PDF, %d pages" % (name, pages), taken, 2 * floor + text, "ms", "groff twice, and the text")
        report.beside("pages a second", pages * 1000 / taken, "")


ALL = (counting, on_paper)
