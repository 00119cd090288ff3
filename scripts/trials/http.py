"""HTTP/1.1 over plain sockets, as far as the trials need it.

Why no library: what must be told apart is whether a request can have been carried out. Nothing sent is `Unreached`; sent and
no whole answer is `Lost`. Clients that try again by themselves blur just that.
"""

import asyncio
import json
import time


class Unreached(Exception):
    """Nobody took the connection: the request was certainly not carried out."""


class Lost(Exception):
    """The request was sent, and no whole answer came back: it was carried out, or not."""


class Reply:
    """A whole answer."""

    __slots__ = ("status", "headers", "body", "seconds")

    def __init__(self, status, headers, body, seconds):
        self.status, self.headers, self.body, self.seconds = status, headers, body, seconds

    def header(self, name):
        """The first value of a header, or nothing. Names in small letters."""
        return next((value for key, value in self.headers if key == name), "")

    def json(self):
        """The body as JSON; nothing where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def text(self):
        """The body as text."""
        return self.body.decode("utf-8", "replace")


async def _read(reader, method, started):
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    status = int(lines[0].split(" ", 2)[1])
    headers = [(k.strip().lower(), v.strip()) for k, _, v in (line.partition(":") for line in lines[1:] if line)]
    said = dict(headers)
    if method == "HEAD" or status in (204, 304):
        body = b""
    elif "content-length" in said:
        body = await reader.readexactly(int(said["content-length"]))
    elif "chunked" in said.get("transfer-encoding", ""):
        body = b""
        while size := int((await reader.readline()).split(b";")[0], 16):
            body += await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
    else:
        body = await reader.read()
    return Reply(status, headers, body, time.monotonic() - started), said.get("connection", "").lower() != "close"


class Connection:
    """One connection, kept open between requests and opened when it is needed."""

    def __init__(self, address):
        self.address, self._streams = address, None

    async def _open(self):
        try:
            # Not `wait_for`: before Python 3.12 it can swallow that its task is to end.
            async with asyncio.timeout(5):
                self._streams = await asyncio.open_connection(*self.address)
        except (OSError, asyncio.TimeoutError) as error:
            raise Unreached(str(error)) from None

    async def send(self, method, path, headers=(), body=b"", seconds=30.0):
        """Sends a request and gives its `Reply`, or raises `Unreached` or `Lost`. Never sends anything twice."""
        started = time.monotonic()
        if self._streams is None or self._streams[0].at_eof():
            self.close()
            await self._open()
        reader, writer = self._streams
        lines = [f"{method} {path} HTTP/1.1", f"host: {self.address[0]}:{self.address[1]}"]
        lines += [f"{name}: {value}" for name, value in headers]
        if body or method in ("POST", "PUT", "PATCH"):
            lines.append(f"content-length: {len(body)}")
        try:
            async with asyncio.timeout(seconds):
                writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
                await writer.drain()
                reply, stays = await _read(reader, method, started)
        except (OSError, EOFError, ValueError, IndexError, asyncio.TimeoutError) as error:
            self.close()
            raise Lost(f"{method} {path.split('?')[0]}: {type(error).__name__}") from None
        except asyncio.CancelledError:
            self.close()
            raise
        if not stays:
            self.close()
        return reply

    def close(self):
        """Closes it; the next request opens it anew."""
        if self._streams:
            self._streams[1].transport.abort()
            self._streams = None


async def once(address, method, path, headers=(), body=b"", seconds=30.0):
    """One request over a connection of its own."""
    connection = Connection(address)
    try:
        return await connection.send(method, path, (*headers, ("connection", "close")), body, seconds)
    finally:
        connection.close()
