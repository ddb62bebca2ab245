# SPDX-License-Identifier: MIT
"""Fifty consoles begin at once on the grid of a million lines: what a start asks beside its first page must not be counted
line by line."""
import contextlib
import os
import re
import time

from cluster import name as process_name
from report import median
from server import Session
from terminal import Terminal

CONSOLES = 50
ROOM = CONSOLES + 30
RUNS = 5


def questions(bench, report):
    bench.large.with_room(ROOM)
    report.heading("What a console asks at its start beside its first page, of %s" % bench.many)
    for login in ("analyst1", "supervisor1", "lro_bw"):
        with Session(bench.large, login) as s:
            first = s.timed("select * from api.summary()")
            times = [s.timed("select * from api.summary()") for _ in range(RUNS)]
        used = median([u for _, u in times])
        report.at_most("%s: the summary, the count of open lines" % login, median([t for t, _ in times]), 50, "ms", "%.1f ms of the processor" % used)
        report.beside("%s: the first of a session, of the processor" % login, first[1], "ms")


def used_by(pids):
    """Milliseconds of the processor that processes have used."""
    used = {}
    for pid in pids:
        with contextlib.suppress(OSError):
            with open("/proc/%d/schedstat" % pid) as f:
                used[pid] = int(f.read().split()[0]) / 1e6
    return used


def shown(screen):
    """A grid of lines under the summary, counted: Overdue! 9,991 and 1/1,001,172."""
    text = "\n".join(screen.text())
    return re.search(r"Overdue! \d", text) and re.search(r"1/[\d,]{6,}", text)


def fifty(bench, report):
    bench.large.with_room(ROOM)
    report.heading("%d consoles begin at once on %s" % (CONSOLES, bench.many))
    before = used_by(bench.large.server_processes())
    with contextlib.ExitStack() as stack:
        began, made = time.perf_counter(), []
        for _ in range(CONSOLES):
            t = Terminal([os.path.join(bench.build, "gridline")], env=bench.env(bench.large))
            stack.callback(t.close)
            made.append(t)
        missing = sum(t.wait_for(began, shown, 0.02, 120)[0] is None for t in made)
        took = (time.perf_counter() - began) * 1e3
        for t in made:
            t.settle(0.3, 5)
        pids = [p for p in bench.large.server_processes() if process_name(p)]
        used = sum(ms - before.get(pid, 0) for pid, ms in used_by(pids).items())
    report.at_most("until the last shows its page, summary and count", None if missing else took, 10000, "ms",
                   "%d did not show them in two minutes" % missing if missing else "terminals and %d starts within" % CONSOLES)
    report.at_most("the server's processor, a console", used / CONSOLES, 200, "ms")


ALL = (questions, fifty)
