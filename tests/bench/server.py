# SPDX-License-Identifier: MIT
"""A session that stays, as a console's does, and what each of its statements takes: on the clock, and of the server's
processor, which a busy machine does not stretch."""
import subprocess
import time


class Session:
    def __init__(self, cluster, login):
        self.psql = subprocess.Popen(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-U", login], env=cluster.env(LC_ALL="C"), text=True,
                                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.pid = int(self.ask("select pg_backend_pid()"))

    def ask(self, sql):
        """What it says; its rows are told apart from the end by a line of their own."""
        self.psql.stdin.write(sql + ";\n\\echo -- done --\n")
        self.psql.stdin.flush()
        said = []
        for line in self.psql.stdout:
            if line == "-- done --\n":
                return "".join(said).strip()
            said.append(line)
        raise RuntimeError("".join(said).strip() or "psql has ended")

    def processor(self):
        with open("/proc/%d/schedstat" % self.pid) as f:
            return int(f.read().split()[0]) / 1e6

    def timed(self, sql):
        """(milliseconds on the clock, milliseconds of the server's processor)"""
        used, began = self.processor(), time.perf_counter()
        self.ask(sql)
        took = (time.perf_counter() - began) * 1e3
        return took, self.processor() - used

    def close(self):
        self.psql.stdin.close()
        self.psql.wait(10)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
