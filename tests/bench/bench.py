#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gridline's figures beside those of its rivals and of the floor, in one run on one machine: what
they are and their bars is the section on performance of the design. Run by `make bench`.

  BENCH_DIR   where the databases are kept from run to run
  BENCH_ROWS  lines of the large one (1000000)
  BENCH_RUNS  runs of each start (7)
  BENCH_PARTS some of figures, records, dashboard, board, taskings, live, reviews; all of them where it is not set

Ends with 0 when all was measured, whether or not the bars were kept."""
import os
import platform
import shutil
import subprocess
import sys
import tempfile

import board
import dashboard
import figures
import live
import records
import reviews
import start
import taskings
from cluster import Cluster
from report import Report


def machine():
    with open("/proc/cpuinfo") as f:
        cpu = [line.split(":", 1)[1].strip() for line in f if line.startswith("model name")]
    load = os.getloadavg()[0]
    print("%s, %d processors (%s), load %.2f" % (platform.platform(), os.cpu_count(), cpu[0] if cpu else "?", load))
    for tool, flag in (("psql", "-V"), ("less", "-V"), ("pspg", "-V")):
        path = shutil.which(tool)
        said = subprocess.run([path, flag], capture_output=True, text=True).stdout if path else ""
        print("%s: %s" % (tool, said.splitlines()[0] if said else "not installed"))


def main():
    build = sys.argv[1] if len(sys.argv) > 1 else "."
    keep = os.environ.get("BENCH_DIR") or os.path.join(build, "bench")
    rows = int(os.environ.get("BENCH_ROWS", 1000000))
    runs = int(os.environ.get("BENCH_RUNS", 7))
    os.makedirs(keep, exist_ok=True)
    machine()
    gridline = os.path.join(build, "gridline")
    clusters = []
    try:
        for name, n in (("thousand", 1000), ("million", rows)):
            clusters.append(Cluster(gridline, os.path.join(keep, "%s-%d" % (name, n)), n))
        with tempfile.TemporaryDirectory(prefix="gridline-bench.") as home:
            os.chmod(home, 0o700)
            bench = figures.Bench(build, home, clusters[0], clusters[1], runs)
            return run(bench)
    finally:
        for cluster in clusters:
            cluster.close()


def chosen():
    parts = {"figures": figures, "records": records, "dashboard": dashboard, "board": board, "start": start, "taskings": taskings, "live": live,
             "reviews": reviews}
    wanted = os.environ.get("BENCH_PARTS", " ".join(parts)).split()
    return [figure for name in wanted for figure in parts[name].ALL]


def run(bench):
    report = Report()
    print("%s and %s open lines, 120x40, xterm-256color, medians" % (
        format(bench.small.lines, ","), format(bench.large.lines, ",")))
    for figure in chosen():
        try:
            figure(bench, report)
        except (OSError, RuntimeError, subprocess.SubprocessError) as reason:
            report.broken(figure.__name__.replace("_", " "), reason)
    return report.summary()


if __name__ == "__main__":
    sys.exit(main())
