# SPDX-License-Identifier: MIT
"""The figures, one function each. A function measures and reports; it leaves nothing running."""
import contextlib
import os
import shutil
import signal
import subprocess
import time

from proxy import Proxy
from report import median
from terminal import Terminal

# The columns of the rivals' query: what the grid shows, less what costs it most (the movement), so
# that they are not made slower than they need be.
QUERY = (
    "select line_ref, name, score, band, status, export_npu, imports, lro, groups, open_taskings,"
    " overdue_taskings, days_since_review from api.grid where is_open"
    " order by sort_score, sort_seen, line_ref"
)
WIDTHS = (10, 16, 5, 8, 11, 4, 18, 9, 14, 4, 4, 5)
SETTLED = 4  # seconds of silence after which counts and summaries have come, too
MISSING = "zzqxj"  # a word in no line


class Bench:
    def __init__(self, build, home, small, large, runs):
        self.build, self.home, self.small, self.large, self.runs = build, home, small, large, runs
        self.first = {}
        self.many = format(large.lines, ",") + " lines"
        self.refs = {
            c: c.sql("select line_ref from (%s limit 60) page" % QUERY).splitlines()
            for c in (small, large)
        }

    def env(self, cluster, **more):
        where = {n: self.home for n in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
        return cluster.env(PSQLRC="/dev/null", LC_ALL="C.UTF-8", **where, **more)

    def gridline(self, cluster, **more):
        return Terminal([os.path.join(self.build, "gridline")], env=self.env(cluster, **more))

    def psql(self, cluster, pager, *options):
        argv = ["psql", "-X", *options, "-c", QUERY]
        return Terminal(argv, env=self.env(cluster, PSQL_PAGER=pager))

    def console(self, cluster, preview=False, **more):
        """A console whose first screen stands, its preview closed or open."""
        t = self.gridline(cluster, **more)
        t.settle(0.4, 30)
        if not t.alive or visible(t.screen, self.refs[cluster]) < 5:
            t.close()
            raise RuntimeError("the console does not show the grid: %s" % last_words(t.screen))
        if preview_open(t.screen) != preview:
            t.key("p", 0.3)
        if preview_open(t.screen) != preview:
            t.close("q")
            raise RuntimeError("the preview does not go %s" % ("on" if preview else "off"))
        return t


def preview_open(screen):
    """A frame down the screen beside the list."""
    columns = zip(*(line.ljust(screen.cols) for line in screen.text()))
    return any(sum(c in "│|x" for c in column) > screen.rows * 2 // 3 for column in columns)


def visible(screen, refs):
    """How many of the references, in their order, stand on the screen."""
    text = "\n".join(screen.text())
    n = 0
    while n < len(refs) and refs[n] in text:
        n += 1
    return n


def first_page_ms(t, refs):
    """From exec to the text of the last row of the first page."""
    reply = t.read_until_quiet(t.start, 0.15, 120)
    probe = Terminal.__new__(Terminal)
    probe.screen = type(t.screen)(t.screen.cols, t.screen.rows)
    probe.show(reply)
    n = visible(probe.screen, refs)
    if n < 5:
        return None
    return t.when(reply, lambda screen: visible(screen, refs) >= n)


def last_words(screen):
    return next((line.strip() for line in reversed(screen.text()) if line.strip()), "nothing")


@contextlib.contextmanager
def ended(terminal, keys="q"):
    """Leaves the program afterwards; one that had gone by itself was not measured."""
    try:
        yield terminal
        if not terminal.alive:
            raise RuntimeError("the program ended by itself: %s" % last_words(terminal.screen))
    finally:
        terminal.close(keys)


def once(terminal, measure):
    with ended(terminal):
        return measure(terminal)


def floor_first(bench, cluster):
    """A bare connect and first page, and a bare paint of what came: two programs, added."""
    query = os.path.join(bench.home, "query.sql")
    page = os.path.join(bench.home, "page.txt")
    with open(query, "w") as f:
        f.write(QUERY + " limit 60")
    with open(page, "w") as f:
        for row in cluster.sql(QUERY + " limit 60").splitlines():
            f.write(" ".join(map(str.ljust, row.split("|"), WIDTHS)) + "\n")
    said = subprocess.run([os.path.join(bench.build, "tests/bench/floor_libpq"), query],
                          env=bench.env(cluster), capture_output=True, text=True, check=True).stdout
    paint = once(Terminal([os.path.join(bench.build, "tests/bench/floor_curses"), page]),
                 lambda t: t.settle().last_ms)
    return float(said.split()[0]), paint


def measure_first(bench, name, make, cluster, slow=False):
    if slow and len(bench.first.get(name, ())) >= 3:
        return
    t = make()
    try:
        ms = first_page_ms(t, bench.refs[cluster])
        bench.first.setdefault(name, []).append(ms)
    finally:
        t.close("" if slow else "q")


def first_screen(bench, report):
    report.heading("First full screen, from exec to the text of its last row")
    small, large, less, pspg = bench.small, bench.large, shutil.which("less"), shutil.which("pspg")
    for _ in range(bench.runs):  # one after the other, so that all meet the same weather
        measure_first(bench, "small", lambda: bench.gridline(small), small)
        measure_first(bench, "large", lambda: bench.gridline(large), large)
        connect, paint = floor_first(bench, large)
        bench.first.setdefault("connect", []).append(connect)
        bench.first.setdefault("paint", []).append(paint)
        if less:
            measure_first(bench, "less",
                          lambda: bench.psql(large, "less -S", "-v", "FETCH_COUNT=1000"), large)
        if pspg:
            measure_first(bench, "pspg", lambda: bench.psql(large, "pspg"), large, slow=True)
    m = {name: median(values) for name, values in bench.first.items()}
    floor = m["connect"] + m["paint"]
    report.beside("a thousand lines", m["small"], "ms")
    report.beside("floor: connect and first page by libpq alone", m["connect"], "ms")
    report.beside("floor: a paint by ncurses alone", m["paint"], "ms")
    report.at_most(bench.many + ", of a thousand", m["large"], scaled(m["small"], 1.3), "ms", "1.3 x a thousand")
    report.at_most(bench.many + ", of the floor", m["large"], scaled(floor, 2), "ms", "2 x the floor")
    report.at_most(bench.many + ", of psql and less", m["large"], scaled(m.get("less"), 0.75), "ms",
                   "0.75 x FETCH_COUNT, less -S" if less else "less is not installed")
    report.at_most(bench.many + ", of psql and pspg", m["large"], scaled(m.get("pspg"), 0.01), "ms",
                   "0.01 x psql, pspg" if pspg else "pspg is not installed")


def scaled(value, factor):
    return None if value is None else value * factor


def keys(t, key, n, **how):
    return [t.key(key, **how) for _ in range(n)]


def rival_key(bench, pager, key):
    if not shutil.which(pager.split()[0]):
        return None

    def measure(t):
        t.settle(0.4, 60)
        return median([r.size for r in keys(t, key, 10)])

    return once(bench.psql(bench.small, pager, "-v", "FETCH_COUNT=1000"), measure)


def cursor_down(bench, report):
    report.heading("Cursor down inside a page, of %s" % bench.many)
    page = os.path.join(bench.home, "page.txt")
    def floor_keys(t):
        t.settle()
        return keys(t, "j", 20)

    floor = once(Terminal([os.path.join(bench.build, "tests/bench/floor_curses"), page]), floor_keys)
    closed = once(bench.console(bench.large), lambda t: keys(t, "j", 20))
    opened = once(bench.console(bench.large, preview=True), lambda t: keys(t, "j", 20, quiet=0.15))
    report.beside("floor: a marker moved by ncurses alone", median([r.size for r in floor]), "B")
    report.beside("less (it scrolls)", rival_key(bench, "less -S", "j"), "B")
    report.beside("pspg", rival_key(bench, "pspg", "j"), "B")
    report.at_most("bytes, preview closed", median([r.size for r in closed]), 70, "B")
    report.at_most("to the last byte, preview closed", median([r.last_ms for r in closed]), 2, "ms")
    report.at_most("bytes, preview open", median([r.size for r in opened]), 600, "B")


def page_down(bench, report):
    report.heading("Page down, in %s" % bench.many)
    bytes_, shares, times = [], [], []
    with ended(bench.console(bench.large)) as t:
        for _ in range(10):
            before = t.screen.text()
            reply = t.key("PgDn", 0.15)
            changed = [a for a, b in zip(t.screen.text(), before) if a != b]
            text = sum(len(line.encode()) for line in changed)
            bytes_.append(reply.size)
            shares.append(text)
            times.append(reply.last_ms)
    if not median(shares):
        raise RuntimeError("the page does not turn")
    report.at_most("bytes", median(bytes_), median(shares) * 1.3, "B", "1.3 x its text")
    report.beside("to the last byte", median(times), "ms")


def jump_last(bench, report):
    report.heading("Jump to the last of %s, and back" % bench.many)
    last = bench.large.sql("select line_ref from api.grid where is_open"
                           " order by sort_score desc, sort_seen desc, line_ref desc limit 1")
    there, back = [], []
    with ended(bench.console(bench.large)) as t:
        t.settle(SETTLED, 60)
        for _ in range(5):
            there.append(t.wait_for(t.type("G"), lambda s: visible(s, [last]))[0])
            t.settle(0.2, 1)
            back.append(t.wait_for(t.type("g"), lambda s: visible(s, bench.refs[bench.large][:5]) == 5)[0])
            t.settle(0.2, 1)
    report.at_most("last", median(there), 10, "ms", "" if median(there) else "the last line did not come")
    report.beside("first", median(back), "ms")


def search_missing(bench, report):
    report.heading("Search for a word that is in no line, over %s" % bench.many)
    times = []
    with ended(bench.console(bench.large)) as t:
        t.settle(SETTLED, 60)
        for n in range(5):
            word = MISSING + "qxvjz"[n]
            for key in "/" + word:
                t.key(key, 0.05, 0.1)
            before = "\n".join(t.screen.text())
            start = t.type("Enter")
            times.append(t.wait_for(start, lambda s: not_found(s, before))[0])
            t.settle(0.2, 1)
    report.at_most("until it says so", median(times), 30, "ms", "" if median(times) else "it did not say so")


def not_found(screen, before):
    text = "\n".join(screen.text())
    return text != before and "is in none of these" in text


def memory(bench, report):
    report.heading("Peak memory of the console after the same keys")
    peaks = []
    for cluster in (bench.small, bench.large):
        with ended(bench.console(cluster)) as t:
            for key in ["j"] * 5 + ["PgDn"] * 10 + ["G", "PgUp", "PgUp", "g", "p", "j", "j", "p"]:
                t.key(key, 0.1)
            peaks.append(t.peak_kb())
    report.beside("at a thousand", peaks[0], "kB")
    report.at_most("at " + bench.many, peaks[1], 14 * 1024, "kB", "14 MiB")
    report.at_most("difference", abs(peaks[1] - peaks[0]), 0.05 * peaks[0], "kB", "5 % of a thousand's")


@contextlib.contextmanager
def behind_proxy(bench, cluster, delay_ms):
    """A console that reaches its server by way of a proxy; yields both."""
    folder = os.path.join(bench.home, "proxy")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    proxy = Proxy(cluster.socket(), folder, cluster.environment["PGPORT"])
    try:
        with ended(bench.console(cluster, PGHOST=folder)) as t:
            proxy.delay_ms.value = delay_ms
            yield t, proxy
    finally:
        proxy.close()


def round_trips(bench, report):
    report.heading("Round trips")
    with behind_proxy(bench, bench.large, 0) as (t, proxy):
        keys(t, "j", 8, quiet=0.2)
        t.settle(SETTLED, 60)
        before = proxy.flushes.value
        keys(t, "j", 10, quiet=0.1)
        keys(t, "k", 10, quiet=0.1)
        report.at_most("twenty moves inside what is held", proxy.flushes.value - before, 0, "trips")
        before = proxy.flushes.value
        keys(t, "PgDn", 10, quiet=0.2)
        report.beside("ten pages down", proxy.flushes.value - before, "trips")


def alone(t, seconds):
    """Bytes sent with no key pressed."""
    end, size = time.perf_counter() + seconds, 0
    while t.alive and time.perf_counter() < end:
        left = end - time.perf_counter()
        size += t.read_until_quiet(end, left, left).size
    return size


def idle(bench, report):
    report.heading("Left alone")
    with ended(bench.console(bench.large)) as t:
        t.settle(SETTLED, 60)
        before = t.cpu_ms()
        sizes = [alone(t, 10) for _ in range(2)]
        report.at_most("bytes in ten seconds without a new minute", min(sizes), 0, "B")
        report.beside("bytes when the clock shows a new minute", max(sizes) or None, "B")
        report.at_most("processor time in twenty seconds", t.cpu_ms() - before, 2, "ms")


# Keys of every kind: inside what is held, beyond it, another screen and back, a line of input.
HURRIED = ["j", "j", "k", "PgDn", "PgDn", "G", "g", "?", "Esc", "/", "x", "Esc", "f", "Esc", "j"]


def slowest(t):
    """The slowest first answer to a key, and which it was; one that draws nothing is not answered."""
    worst = (0.0, "")
    for key in HURRIED:
        reply = t.key(key, 0.06, 0.5)
        if reply.first_ms is None:
            return None, "%s was not answered" % key
        worst = max(worst, (reply.first_ms, key))
    return worst[0], "the slowest was " + worst[1]


def stopped_server(bench, report):
    report.heading("A key is answered whatever the database does")
    with ended(bench.console(bench.large)) as t:
        stopped = bench.large.server_processes()
        try:
            for pid in stopped:
                os.kill(pid, signal.SIGSTOP)
            value, which = slowest(t) if stopped else (None, "the server was not found")
        finally:
            for pid in reversed(stopped):
                os.kill(pid, signal.SIGCONT)
    report.at_most("server stopped dead, the slowest of %d keys" % len(HURRIED), value, 20, "ms", which)
    with behind_proxy(bench, bench.large, 300) as (t, _):
        value, which = slowest(t)
    report.at_most("network adds 300 ms, the slowest of %d keys" % len(HURRIED), value, 20, "ms", which)


ALL = (first_screen, cursor_down, page_down, jump_last, search_missing, memory, round_trips, idle,
       stopped_server)
