# SPDX-License-Identifier: MIT
"""A wire between the console and the server that counts what the client sends and may be slow. It
runs as a process of its own, so that it does not share our clock's processor time."""
import collections
import multiprocessing
import os
import select
import socket
import time


class Proxy:
    """Listens on `folder`/.s.PGSQL.`port` and passes everything on to the server's socket there.
    `sent` counts what the client sent, in flushes and bytes, from the moment of connecting."""

    def __init__(self, server, folder, port, delay_ms=0):
        self.path = os.path.join(folder, ".s.PGSQL.%s" % port)
        self.flushes = multiprocessing.Value("L", 0)
        self.bytes = multiprocessing.Value("L", 0)
        self.delay_ms = multiprocessing.Value("d", float(delay_ms))
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(self.path)
        self.listener.listen(8)
        self.process = multiprocessing.Process(target=self.run, args=(server,), daemon=True)
        self.process.start()
        self.listener.close()

    def run(self, server):
        links = {}  # socket: (its other end, what is to go there and when, from the client?)
        while True:
            now = time.monotonic()
            due = [queue[0][0] for _, queue, _ in links.values() if queue]
            timeout = max(0.0, min(due) - now) if due else None
            ready = select.select([self.listener, *links], [], [], timeout)[0]
            for s in ready:
                if s is self.listener:
                    client, other = s.accept()[0], socket.socket(socket.AF_UNIX)
                    other.connect(server)
                    links[client] = (other, collections.deque(), True)
                    links[other] = (client, collections.deque(), False)
                elif s in links:
                    self.receive(links, s)
            self.pass_on(links)

    def receive(self, links, s):
        other, queue, from_client = links[s]
        try:
            data = s.recv(65536)
        except OSError:
            data = b""
        if not data:
            for end in (s, other):
                links.pop(end, None)
                end.close()
            return
        if from_client:
            self.flushes.value += 1
            self.bytes.value += len(data)
        # The whole delay on the way there: a round trip takes so much longer.
        wait = self.delay_ms.value / 1e3 if from_client else 0.0
        queue.append((time.monotonic() + wait, data))

    def pass_on(self, links):
        for other, queue, _ in list(links.values()):
            while queue and queue[0][0] <= time.monotonic():
                try:
                    other.sendall(queue.popleft()[1])
                except OSError:
                    queue.clear()

    def close(self):
        self.process.terminate()
        self.process.join()
        os.unlink(self.path)
