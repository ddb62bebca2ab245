# SPDX-License-Identifier: MIT
"""The lines that `make bench` prints: a figure, its bar, how much of the bar it takes, and whether it
is kept."""


class Report:
    def __init__(self):
        self.passed = self.missed = self.unmeasured = 0

    def heading(self, text):
        print("\n%s" % text, flush=True)

    def line(self, figure, measured, bar, verdict, ratio=""):
        line = "  %-50s %10s  %-44s %6s  %s" % (figure, measured, bar, ratio, verdict)
        print(line.rstrip(), flush=True)

    def at_most(self, figure, value, bar, unit, why=""):
        """A figure that must not be over its bar; what could not be measured says why."""
        if value is None or bar is None:
            self.unmeasured += 1
            self.line(figure, "-", why, "not measured")
            return
        kept = value <= bar
        self.passed += kept
        self.missed += not kept
        ratio = "%.2f" % (value / bar) if bar else ""
        limit = "<= %s%s" % (amount(bar, unit), " (%s)" % why if why else "")
        self.line(figure, amount(value, unit), limit, "PASS" if kept else "MISS", ratio)

    def beside(self, figure, value, unit, why=""):
        """A figure for comparison, without a bar."""
        self.line(figure, "-" if value is None else amount(value, unit), why, "")

    def broken(self, figure, reason):
        self.unmeasured += 1
        self.line(figure, "-", str(reason), "not measured")

    def summary(self):
        print(
            "\n%d kept, %d missed, %d not measured" % (self.passed, self.missed, self.unmeasured),
            flush=True,
        )
        return 1 if self.unmeasured else 0


def amount(value, unit):
    if unit == "B":
        return "%d B" % round(value)
    if unit == "kB":
        return "%.2f MiB" % (value / 1024)
    if unit == "ms":
        return "%.2f ms" % value
    return ("%d %s" % (value, unit)).rstrip()


def median(values):
    values = sorted(v for v in values if v is not None)
    return values[len(values) // 2] if values else None
