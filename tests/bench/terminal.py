# SPDX-License-Identifier: MIT
"""A program in a terminal of our own: start it, type, and know to the byte and the microsecond what
it wrote. Nothing is interpreted while the clock runs; silence, which ends a measurement, is never
part of a figure."""
import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from screen import Screen

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Space": " ",
    "PgUp": "\x1b[5~",
    "PgDn": "\x1b[6~",
    "F1": "\x1bOP",
}


class Reply:
    """What a program wrote after something happened at `start`."""

    def __init__(self, start, chunks):
        self.start, self.chunks = start, chunks

    @property
    def size(self):
        return sum(len(data) for _, data in self.chunks)

    @property
    def first_ms(self):
        return (self.chunks[0][0] - self.start) * 1e3 if self.chunks else None

    @property
    def last_ms(self):
        return (self.chunks[-1][0] - self.start) * 1e3 if self.chunks else None


class Terminal:
    def __init__(self, argv, cols=120, rows=40, env=None, term="xterm-256color"):
        environment = dict(os.environ if env is None else env, TERM=term)
        for name in ("LINES", "COLUMNS"):
            environment.pop(name, None)
        ready, go = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            with contextlib.suppress(BaseException):
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))
                os.close(go)
                os.read(ready, 1)
                os.execvpe(argv[0], argv, environment)
            os._exit(127)
        os.close(ready)
        time.sleep(0.02)  # the child stands at its pipe; its start is not measured
        self.screen = Screen(cols, rows, self.answer)
        self.alive, self.status = True, None
        self.peaks = {}
        self.start = time.perf_counter()
        os.write(go, b"!")
        os.close(go)

    def answer(self, text):
        with contextlib.suppress(OSError):
            os.write(self.fd, text.encode())

    def read_until_quiet(self, start, quiet, limit, first=None):
        """Chunks until nothing has come for `quiet` seconds; the first may take `first`."""
        chunks = []
        end = time.perf_counter() + limit
        wait = first if first is not None else limit
        while self.alive:
            left = min(wait, end - time.perf_counter())
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                break
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                data = b""
            if not data:
                self.alive = False
                break
            chunks.append((time.perf_counter(), data))
            wait = quiet
        return Reply(start, chunks)

    def settle(self, quiet=0.15, limit=60):
        """Read the first screen, or what is still under way; the screen is brought up to date."""
        reply = self.read_until_quiet(self.start, quiet, limit)
        self.show(reply)
        return reply

    def show(self, reply):
        for _, data in reply.chunks:
            self.screen.feed(data)

    def when(self, reply, holds):
        """Milliseconds until holds(screen) was so, feeding the reply chunk by chunk; None if never."""
        seen = None
        for at, data in reply.chunks:
            self.screen.feed(data)
            if seen is None and holds(self.screen):
                seen = (at - reply.start) * 1e3
        return seen

    def wait_for(self, start, holds, quiet=0.05, limit=10):
        """(milliseconds until holds(screen), bytes): None where it never came."""
        end, size = time.perf_counter() + limit, 0
        while self.alive and time.perf_counter() < end:
            reply = self.read_until_quiet(start, quiet, 1.0, 0.25)
            size += reply.size
            seen = self.when(reply, holds)
            if seen is not None:
                return seen, size
        return None, size

    def type(self, keys):
        """Send keys, by name or as text; returns when they were sent."""
        if keys in ("Up", "Down", "Left", "Right"):
            mark = "O" if self.screen.application_keys else "["
            keys = "\x1b" + mark + "ABDC"[("Up", "Down", "Left", "Right").index(keys)]
        start = time.perf_counter()
        os.write(self.fd, KEYS.get(keys, keys).encode())
        return start

    def key(self, key, quiet=0.04, silent=0.5):
        """One key and all that is drawn for it."""
        start = self.type(key)
        reply = self.read_until_quiet(start, quiet, 15, silent)
        self.show(reply)
        return reply

    def processes(self):
        """The program and all below it."""
        todo, out = [self.pid], []
        while todo:
            pid = todo.pop()
            out.append(pid)
            with contextlib.suppress(OSError):
                for task in os.listdir("/proc/%d/task" % pid):
                    with open("/proc/%d/task/%s/children" % (pid, task)) as f:
                        todo += [int(p) for p in f.read().split()]
        return out

    def peak_kb(self):
        """Peak resident memory of the program and all below it, as far as they are still there."""
        for pid in self.processes():
            with contextlib.suppress(OSError):
                with open("/proc/%d/status" % pid) as f:
                    for line in f:
                        if line.startswith("VmHWM:"):
                            self.peaks[pid] = int(line.split()[1])
        return sum(self.peaks.values())

    def cpu_ms(self):
        """Time on a processor so far, of the program itself."""
        with open("/proc/%d/schedstat" % self.pid) as f:
            return int(f.read().split()[0]) / 1e6

    def close(self, keys=""):
        """Leave by `keys`; what does not go by itself is ended, by its own process id."""
        if keys and self.alive:
            self.type(keys)
        for limit, number in ((2 if keys else 0, 0), (2, signal.SIGTERM), (5, signal.SIGKILL)):
            for pid in self.processes() if number else ():
                with contextlib.suppress(OSError):
                    os.kill(pid, number)
            end = time.perf_counter() + limit
            while self.status is None and time.perf_counter() < end:
                self.read_until_quiet(0, 0.01, 0.05)
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = status
                elif not self.alive:
                    time.sleep(0.005)
            if self.status is not None:
                break
        with contextlib.suppress(OSError):
            os.close(self.fd)
        return os.waitstatus_to_exitcode(self.status) if self.status is not None else None
