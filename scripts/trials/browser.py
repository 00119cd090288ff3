"""A patient's browser without script: cookies, redirects, and the hidden fields (token and seal) of the form in front."""

import html
import re
import urllib.parse

from .http import Connection

_PAGE = re.compile(r'data-testid="page-([a-z-]+)"')
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


class Page:
    """What stands in front of her."""

    __slots__ = ("path", "status", "text", "name", "retry_after", "seconds")

    def __init__(self, path, reply):
        self.path, self.status, self.seconds = path, reply.status, reply.seconds
        self.text = reply.text
        found = _PAGE.search(self.text)
        self.name = found[1] if found else ""
        self.retry_after = reply.header("retry-after")

    def form(self, action):
        """Address and hidden fields of the form whose address begins so; raises `LookupError` where there is none."""
        for part in self.text.split("<form")[1:]:
            found = re.search(r'action="([^"]*)"', part)
            address = html.unescape(found[1]) if found else ""
            if address.split("?")[0] == action:
                inner = part.split("</form>")[0]
                return address, {name: html.unescape(value) for name, value in _HIDDEN.findall(inner)}
        raise LookupError(f"no form for {action} on page {self.name or self.status} at {self.path}")


class Browser:
    """One browser. `pick` says, before each request, which node it goes to: no node is hers."""

    def __init__(self, pick, address=None, patience=12.0):
        self.pick, self.patience = pick, patience
        self.cookies, self.slowest = {}, 0.0
        self.about = [("accept-language", "en"), ("accept", "text/html"), ("user-agent", "Trial/1.0")]
        if address:
            self.about.append(("x-forwarded-for", address))
        self._connections = {}

    async def send(self, method, path, fields=None):
        """One request, without following a redirect."""
        headers, body = list(self.about), b""
        if self.cookies:
            headers.append(("cookie", "; ".join(f"{k}={v}" for k, v in self.cookies.items())))
        if fields is not None:
            headers.append(("content-type", "application/x-www-form-urlencoded"))
            body = urllib.parse.urlencode(fields).encode()
        node = self.pick()
        # A new connection for what may not be sent twice: a kept one may be closed while it is on the way.
        connection = self._connections.get(node)
        if connection is None or method != "GET":
            connection = Connection(node)
        try:
            reply = await connection.send(method, path, headers, body, self.patience)
        finally:
            self._connections.clear()
        self.slowest = max(self.slowest, reply.seconds)
        for name, value in reply.headers:
            if name == "set-cookie":
                self._keep(value)
        self._connections[node] = connection
        return reply

    def _keep(self, cookie):
        name, _, value = cookie.split(";")[0].partition("=")
        if "max-age=0" in cookie.lower().replace(" ", ""):
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    async def _follow(self, path, reply):
        for _ in range(10):
            if reply.status not in (301, 302, 303, 307, 308):
                return Page(path, reply)
            path = re.sub(r"^https?://[^/]+", "", reply.header("location"))
            reply = await self.send("GET", path)
        raise LookupError(f"too many redirects, the last to {path}")

    async def open(self, path):
        """Opens a page and follows where it leads."""
        return await self._follow(path, await self.send("GET", path))

    async def submit_only(self, page, action, fields):
        """Sends a form of the page, and gives the bare answer: by it she knows what was done."""
        address, hidden = page.form(action)
        pairs = [*hidden.items()]
        for name, value in fields:
            pairs.append((name, value))
        return address, await self.send("POST", address, pairs)

    async def follow(self, address, reply):
        """Goes on from a bare answer."""
        return await self._follow(address, reply)

    async def submit(self, page, action, fields):
        """The same, and follows where it leads."""
        return await self.follow(*await self.submit_only(page, action, fields))

    def close(self):
        """Closes its connections."""
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()
