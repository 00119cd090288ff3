"""The wire between a node and PostgreSQL: a small proxy that can be slow, silent, cut, or cut around a COMMIT."""

import asyncio

from .node import free_port

#: How a COMMIT looks in the client's words (a simple query), and in the server's (the tag of what it completed).
_COMMIT, _COMMITTED = b"COMMIT", b"COMMIT\0"


class Wire:
    """Listens on `port` and passes on to the server.

    `delay`: seconds that each piece waits, in each direction. `silent`: pieces wait until it is over. `down`: nobody is let in.
    `cut_before_commit`, `cut_after_commit`: the chance that a COMMIT is not passed on, or that its answer is not.
    """

    def __init__(self, target, rng):
        self.target, self.rng, self.port = target, rng, free_port()
        self.delay = self.cut_before_commit = self.cut_after_commit = 0.0
        self.down, self._talks = False, asyncio.Event()
        self._talks.set()
        self._pairs, self._server = set(), None
        self.commits_not_sent = self.commits_not_told = self.cuts = 0

    async def open(self):
        """Begins to listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    @property
    def silent(self):
        """Whether pieces wait."""
        return not self._talks.is_set()

    @silent.setter
    def silent(self, wanted):
        self._talks.clear() if wanted else self._talks.set()

    def cut(self):
        """Cuts every connection that there is."""
        for pair in list(self._pairs):
            self._abort(pair)

    def heal(self):
        """From now on it passes everything on."""
        self.delay = self.cut_before_commit = self.cut_after_commit = 0.0
        self.down = self.silent = False

    def _abort(self, pair):
        self.cuts += 1
        for writer in pair:
            writer.transport.abort()

    async def _serve(self, reader, writer):
        if self.down:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        pair = (writer, back)
        self._pairs.add(pair)
        try:
            await asyncio.gather(self._pass(reader, back, pair, True), self._pass(there, writer, pair, False))
        except asyncio.CancelledError:
            # Only the end of the trial cancels it, and nobody waits for what would be raised.
            pass
        finally:
            self._pairs.discard(pair)
            for end in pair:
                end.transport.abort()

    async def _pass(self, reader, writer, pair, asking):
        try:
            while piece := await reader.read(65536):
                if self.delay:
                    await asyncio.sleep(self.delay)
                await self._talks.wait()
                if asking and _COMMIT in piece and self.rng.random() < self.cut_before_commit:
                    self.commits_not_sent += 1
                    return self._abort(pair)
                if not asking and _COMMITTED in piece and self.rng.random() < self.cut_after_commit:
                    self.commits_not_told += 1
                    return self._abort(pair)
                writer.write(piece)
                await writer.drain()
        except OSError:
            pass
        # One side has hung up: so does the other.
        for end in pair:
            end.transport.abort()

    async def close(self):
        """Stops listening and cuts what is left."""
        self.heal()
        self.cut()
        if self._server:
            self._server.close()
