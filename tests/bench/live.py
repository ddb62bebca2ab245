# SPDX-License-Identifier: MIT
"""How soon a change is seen: fifty real consoles on the grid of a million lines, each in a terminal, while
twenty writers take steps of taskings as fast as they are answered; beside them what a bare listener takes, and
what telling costs the writers."""
import contextlib
import os
import select
import subprocess
import threading
import time

from figures import SETTLED
from records import OWNER, TIME, array, prepared
from report import median
from taskings import with_taskings as with_rows
from terminal import Terminal

CONSOLES = 50
WRITERS = 20
CHANGES = 20  # that are looked for
APART = 1.5  # seconds between two
WARM = 3
ROOM = CONSOLES + WRITERS + 30  # connections
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
TABLES = ("tasking", "line")


class Writers:
    """Twenty sessions, each on a tasking of its own, one step after the other."""

    def __init__(self, cluster, busy=True):
        rows = cluster.sql("select t.tasking_id, t.row_version from data.tasking t where t.state = 'in-progress' and t.unit = 'BW'"
                           " and t.tasking_ref like 'SYNT%%' order by t.tasking_ref desc limit %d" % WRITERS, user=OWNER)
        self.went = time.perf_counter()
        self.sessions = []
        for row in rows.splitlines() if busy else ():
            key, version = row.split("|")
            script = ["\\set v %s" % version, prepared("step", "text, uuid, int, text[], text[], uuid") + ";", "\\timing on"]
            script += ["execute step('task_update', '%s', :v, %s, %s, gen_random_uuid()) \\gset" % (
                key, array(["reason"]), array(["SYNTHETIC"])), "\\set v :new_version"] * 20000
            self.sessions.append(self.begin(cluster, "\n".join(script)))

    @staticmethod
    def begin(cluster, script):
        session = subprocess.Popen(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-U", "lro_bw"], env=cluster.env(LC_ALL="C"), text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        session.said = []
        threading.Thread(target=Writers.feed, args=(session, script), daemon=True).start()
        session.reader = threading.Thread(target=lambda: session.said.extend(session.stdout), daemon=True)
        session.reader.start()
        return session

    @staticmethod
    def feed(session, script):
        with contextlib.suppress(OSError, ValueError):
            session.stdin.write(script)
            session.stdin.close()

    def end(self):
        """(steps a second, median ms of one, the slowest)"""
        took = time.perf_counter() - self.went
        for session in self.sessions:
            session.kill()
        times = []
        for session in self.sessions:
            session.wait()
            session.reader.join(5)
            times += [float(ms) for ms in TIME.findall("".join(session.said))]
        if self.sessions and not times:
            raise RuntimeError("no writer wrote anything")
        return len(times) / took, median(times), max(times, default=None)


class Listener:
    """All consoles, read by one thread; what a console wrote last is searched, nothing is drawn."""

    def __init__(self, consoles):
        self.consoles = consoles
        self.tails = [b""] * len(consoles)
        self.word, self.seen, self.bytes = None, {}, 0
        self.going = True
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        number = {t.fd: i for i, t in enumerate(self.consoles)}
        while self.going:
            for fd in select.select(list(number), [], [], 0.1)[0]:
                i = number[fd]
                try:
                    data = os.read(fd, 65536)
                except OSError:
                    data = b""
                if not data:
                    del number[fd]
                    continue
                self.bytes += len(data)
                self.tails[i] = (self.tails[i] + data)[-8192:]
                if self.word and i not in self.seen and self.word in self.tails[i]:
                    self.seen[i] = time.perf_counter()

    def watch(self, word):
        self.tails = [b""] * len(self.consoles)
        self.seen, self.word = {}, word.encode()

    def close(self):
        self.going = False
        self.thread.join()


class Session:
    """A psql that stays, so that no start of a program is measured."""

    def __init__(self, cluster, login):
        self.psql = subprocess.Popen(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-U", login], env=cluster.env(LC_ALL="C"), text=True,
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, sql):
        """When it was sent and when it was committed."""
        sent = time.perf_counter()
        self.psql.stdin.write(sql + ";\n\\echo done\n")
        self.psql.stdin.flush()
        said = self.psql.stdout.readline()
        if said != "done\n":
            raise RuntimeError(said.strip() or "psql has ended")
        return sent, time.perf_counter()

    def close(self):
        self.psql.stdin.close()
        self.psql.wait(10)


def with_taskings(cluster):
    cluster.with_room(ROOM)
    return with_rows(cluster)


@contextlib.contextmanager
def telling(cluster, on):
    """Without it the triggers are silent for a while, to see what they cost."""
    word = "enable" if on else "disable"
    try:
        for table in TABLES:
            for event in ("insert", "update", "delete"):
                cluster.sql("alter table data.%s %s trigger tg_record__notify_%s" % (table, word, event), user=OWNER)
        yield
    finally:
        for table in TABLES:
            for event in ("insert", "update", "delete"):
                cluster.sql("alter table data.%s enable trigger tg_record__notify_%s" % (table, event), user=OWNER)


def cost(bench, report):
    with_taskings(bench.large)
    report.heading("What telling costs twenty writers of steps, nobody listening")
    rates = {True: [], False: []}
    for on in (True, False, True, False, True, False):  # in turn, so that both meet the same weather
        with telling(bench.large, on):
            writers = Writers(bench.large)
            time.sleep(WARM + 2)
            rates[on].append(writers.end())
    told, silent = (median([rate for rate, _, _ in rates[on]]) for on in (True, False))
    report.beside("steps committed a second, told of", told, "a second")
    report.beside("steps committed a second, not told of", silent, "a second")
    report.at_most("time a step takes, told of, to not told of", 1000 * silent / told, 1100, "thousandths", "1.1 x")


def marker(n):
    """Twelve letters, none where it was in the one before, so that a terminal is sent them all."""
    return "".join(LETTERS[(n * 7 + k) % len(LETTERS)] for k in range(12))


def consoles(bench, stack):
    """Fifty, on the first page of the grid."""
    made = []
    for _ in range(CONSOLES):
        t = Terminal([os.path.join(bench.build, "gridline")], env=bench.env(bench.large))
        stack.callback(t.close)
        made.append(t)
    # Counts and summaries come after the rows, and are not what is measured.
    wrote, end = time.perf_counter(), time.perf_counter() + 300
    while time.perf_counter() < min(wrote + SETTLED, end):
        for t in made:
            if t.read_until_quiet(t.start, 0.005, 0.02, 0.005).size:
                wrote = time.perf_counter()
    return made


def deliveries(bench, report, busy):
    """Milliseconds from the sending of each change until each console wrote it; None: not in time."""
    times, slowest, writes = [], [], []
    with contextlib.ExitStack() as stack:
        listener = Listener(consoles(bench, stack))
        stack.callback(listener.close)
        session = Session(bench.large, OWNER)
        stack.callback(session.close)
        line = bench.large.sql("select line_id from api.grid where is_open order by sort_score, sort_seen, line_ref limit 1")
        writers = Writers(bench.large, busy)
        time.sleep(WARM)
        for n in range(CHANGES):
            listener.watch(marker(n))
            sent, committed = session.run("update data.line set name = '%s' where line_id = '%s'" % (marker(n), line))
            writes.append((committed - sent) * 1e3)
            while len(listener.seen) < CONSOLES and time.perf_counter() < sent + 10:
                time.sleep(0.01)
            times += [(at - sent) * 1e3 for at in listener.seen.values()]
            times += [None] * (CONSOLES - len(listener.seen))
            slowest.append(max(listener.seen.values(), default=None) if len(listener.seen) == CONSOLES else None)
            slowest[-1] = (slowest[-1] - sent) * 1e3 if slowest[-1] else None
            time.sleep(max(0.0, sent + APART - time.perf_counter()))
        rate, step, worst = writers.end()
    missing = times.count(None)
    heard = [t for t in times if t is not None]
    report.beside("the change itself, committed", median(writes), "ms")
    report.beside("on the screen of a console, in the middle", median(heard), "ms")
    report.at_most("on the screen of the last of %d, the slowest of %d changes" % (CONSOLES, CHANGES),
                   None if missing else max(slowest), 1000, "ms", "%d were not seen in ten seconds" % missing if missing else "")
    report.beside("within a second, of %d deliveries" % len(times), sum(t <= 1000 for t in heard), "")
    if busy:
        report.beside("steps the writers committed meanwhile", rate, "a second")
        report.beside("a step meanwhile, in the middle", step, "ms")
        report.beside("the slowest step", worst, "ms")


def quiet(bench, report):
    with_taskings(bench.large)
    report.heading("A change reaches %d consoles on %s, nobody else writing" % (CONSOLES, bench.many))
    deliveries(bench, report, False)


def busy(bench, report):
    with_taskings(bench.large)
    report.heading("A change reaches %d consoles on %s, %d writers at work" % (CONSOLES, bench.many, WRITERS))
    deliveries(bench, report, True)


def floor(bench, report):
    """A bare LISTEN on as many connections."""
    with_taskings(bench.large)
    report.heading("Floor: a word reaches %d connections of libpq alone" % CONSOLES)
    for what, at_work in (("nobody writing", False), ("%d writers at work" % WRITERS, True)):
        listening = subprocess.Popen([os.path.join(bench.build, "tests/bench/floor_listen"), str(CONSOLES)],
                                     env=bench.env(bench.large), stdout=subprocess.PIPE, text=True)
        session = Session(bench.large, OWNER)
        slowest = []
        try:
            if listening.stdout.readline() != "listening\n":
                raise RuntimeError("floor_listen does not listen")
            writers = Writers(bench.large, at_work)
            time.sleep(WARM if at_work else 0)
            for n in range(CHANGES):
                sent, _ = session.run("notify bench, '%d'" % n)
                slowest.append((float(listening.stdout.readline()) - sent) * 1e3)
                time.sleep(0.2)
            writers.end()
        finally:
            session.close()
            listening.kill()
            listening.wait()
        report.beside("the last of them, %s" % what, median(slowest), "ms")


ALL = (floor, cost, quiet, busy)
