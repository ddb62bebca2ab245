# SPDX-License-Identifier: MIT
"""The databases that are measured: `gridline demo` makes them and keeps them in a folder, so that a
million lines are loaded once."""
import contextlib
import os
import subprocess
import sys
import time

ENVIRONMENT = ("PGHOST", "PGPORT", "PGDATABASE", "PGUSER")
# What runs in place of the console: it tells where the server is, and stays until we let it go.
HOLD = 'for n in %s; do eval "echo $n=\\$$n"; done; echo ready; cat > /dev/null' % " ".join(ENVIRONMENT)


class Cluster:
    def __init__(self, gridline, folder, rows):
        self.gridline, self.folder = gridline, folder
        fresh = not os.path.exists(folder)
        command = [gridline, "demo", "--keep", folder, "--exec", HOLD]
        if fresh:
            print("loading %s lines into %s" % (format(rows, ","), folder), file=sys.stderr)
            command[2:2] = ["--rows", str(rows)]
        start = time.monotonic()
        self.demo = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.environment = {}
        for line in self.demo.stdout:
            name, _, value = line.strip().partition("=")
            if name in ENVIRONMENT:
                self.environment[name] = value
            if line.strip() == "ready":
                break
        else:
            raise RuntimeError("gridline demo did not start (%s)" % folder)
        if fresh:
            print("loaded in %.0f s" % (time.monotonic() - start), file=sys.stderr)
            self.sql("checkpoint", check=False)
        self.lines = int(self.sql("select count(*) from api.grid where is_open"))

    def env(self, **more):
        """The caller's environment, pointed at this server."""
        env = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        env.update(self.environment, **more)
        return env

    def sql(self, text, check=True, user=None):
        done = subprocess.run(
            ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", text],
            env=self.env(**({"PGUSER": user} if user else {})), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        if check and done.returncode:
            raise RuntimeError(done.stderr.strip())
        return done.stdout.strip()

    def socket(self):
        return os.path.join(self.environment["PGHOST"], ".s.PGSQL." + self.environment["PGPORT"])

    def server_processes(self):
        """The postmaster of the demo and all it has started: found below our own child."""
        todo, below = [self.demo.pid], []
        while todo:
            pid = todo.pop()
            with contextlib.suppress(OSError):
                for task in os.listdir("/proc/%d/task" % pid):
                    with open("/proc/%d/task/%s/children" % (pid, task)) as f:
                        found = [int(p) for p in f.read().split()]
                    todo += found
                    below += found
        return [pid for pid in below if name(pid) in ("postgres", "postmaster")]

    def with_room(self, connections):
        """A demo has room for a handful of people: begin again with more where that is not enough."""
        if int(self.sql("show max_connections", user="postgres")) < connections:
            self.sql("alter system set max_connections = %d" % connections, user="postgres")
            self.close()
            Cluster.__init__(self, self.gridline, self.folder, 0)

    def close(self):
        with contextlib.suppress(OSError):
            self.demo.stdin.close()
        self.demo.wait(60)


def name(pid):
    with contextlib.suppress(OSError):
        with open("/proc/%d/comm" % pid) as f:
            return f.read().strip()
    return ""
