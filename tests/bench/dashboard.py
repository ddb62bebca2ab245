# SPDX-License-Identifier: MIT
"""The dashboard over a million lines, five million events and ten years of weeks: each panel is a
question of its own, asked in a session that stays, as the console's do. Everything is SYNTHETIC."""
from events import with_events
from figures import SETTLED, behind_proxy
from report import median
from server import Session

RUNS = 7
PANELS = ("type1", "charges", "safeguarding", "disruptions", "arrests", "socex", "disruptions_force", "closing")
# What is asked first of the nine that a screen of 80x24 shows; the two that count people follow.
FIRST = ("type1", "disruptions", "arrests", "socex", "disruptions_force", "bands")
SHOWN = FIRST + ("charges", "safeguarding")


def asked(panel):
    if panel == "heads":
        return "select * from api.dashboard_panels()"
    return "select * from api.dashboard_bands()" if panel == "bands" else "select * from api.dashboard('%s')" % panel


def panels(bench, report):
    events, versions = with_events(bench.large)
    report.heading("The dashboard, over %s, %s events, %s earlier versions" % (
        bench.many, format(events, ","), format(versions, ",")))
    names = ("heads",) + PANELS + ("bands",)
    for login in ("supervisor1", "lro_bw"):
        with Session(bench.large, login) as s:
            runs = [{name: s.timed(asked(name)) for name in names} for _ in range(RUNS)]
            floor = median([s.timed("select 1")[1] for _ in range(RUNS)])
        took, used = ({name: median([run[name][i] for run in runs]) for name in names} for i in (0, 1))
        report.beside("%s: floor, a statement of nothing, of the processor" % login, floor, "ms")
        for name in names:
            report.beside("%s: %s" % (login, name), took[name], "ms", "%.1f ms of the server's processor" % used[name])
        report.at_most("%s: the first screen, people still counted" % login, took["heads"] + sum(took[p] for p in FIRST), 200, "ms")
        report.at_most("  of the server's processor", used["heads"] + sum(used[p] for p in FIRST), 200, "ms")
        report.at_most("%s: all that the first screen shows, of the processor" % login, used["heads"] + sum(used[p] for p in SHOWN), 200, "ms")
        report.at_most("%s: all of them" % login, sum(took.values()), 1000, "ms")
        report.at_most("  of the server's processor", sum(used.values()), 1000, "ms")
        report.at_most("%s: the first of a session, of the processor" % login, sum(u for _, u in runs[0].values()), 1000, "ms")
    others(bench, report)


def others(bench, report):
    for what, login, query, bar in (
            ("the matrix of corridors", "supervisor1", "select * from api.corridors()", 300),
            ("the matrix, for an LRO", "lro_bw", "select * from api.corridors()", 300),
            ("the map", "supervisor1", "select * from api.map()", 300),
            ("what a month of charges counts", "supervisor1", "select * from api.dashboard_rows('charges', '', 'Apr', 1001)", 300)):
        with Session(bench.large, login) as s:
            times = [s.timed(query) for _ in range(RUNS + 1)][1:]
        report.at_most(what, median([t for t, _ in times]), bar, "ms")
        report.at_most("  of the server's processor", median([u for _, u in times]), bar, "ms")


def on_the_screen(bench, report):
    report.heading("The dashboard on the screen, of %s" % bench.many)
    with behind_proxy(bench, bench.large, 0) as (t, _):
        t.settle(SETTLED, 60)
        first, _ = t.wait_for(t.type("6"), lambda s: any("Type 1 outcomes" in line for line in s.text()))
        report.at_most("6 to its first screen", first, 200, "ms", "" if first else "no dashboard was shown")
        t.settle(SETTLED, 60)
        began = t.type("r")
        t.wait_for(began, lambda s: any("counted " in line for line in s.text()))
        whole, _ = t.wait_for(began, whole_again)
        report.beside("asked anew, until none is being counted", whole, "ms")


def whole_again(screen):
    text = "\n".join(screen.text())
    return "Type 1 outcomes" in text and "counted " not in text and "counting..." not in text


ALL = (panels, on_the_screen)
