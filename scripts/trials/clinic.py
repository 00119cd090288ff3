"""The clinic's side: an app that creates requests, reads its two lists as they grow, and asks what stands."""

import asyncio
import json
import random
import urllib.parse
import uuid

from .http import Lost, Unreached, once


class GaveUp(Exception):
    """Nobody answered for longer than anything may last."""


class Clinic:
    """An app with its key. `pick` gives a node for each call."""

    def __init__(self, pick, key, patience=90.0):
        self.pick, self.key, self.patience = pick, key, patience
        self.unexpected = []
        self.calls = self.tried_again = 0

    async def call(self, method, path, body=None, headers=(), seconds=20.0, node=None):
        """One call, without trying again. Raises `Unreached` and `Lost`."""
        sent = [("authorization", f"Bearer {self.key}"), ("accept", "application/json"), *headers]
        data = b""
        if body is not None:
            sent.append(("content-type", "application/json"))
            data = json.dumps(body).encode()
        self.calls += 1
        reply = await once(node or self.pick(), method, "/api/v1" + path, sent, data, seconds)
        if reply.status >= 500 and reply.status != 503:
            self.unexpected.append(f"{method} {path.split('?')[0]}: {reply.status} {reply.text[:200]}")
        return reply

    async def insist(self, method, path, body=None, headers=(), patience=None):
        """Calls until there is an answer that is not "come back later". Only for what may be sent twice."""
        give_up = asyncio.get_running_loop().time() + (patience or self.patience)
        while True:
            try:
                reply = await self.call(method, path, body, headers)
                problem = reply.json() if reply.status == 409 else None
                waiting = isinstance(problem, dict) and problem.get("code") == "idempotency_key_in_use"
                if reply.status not in (429, 500, 502, 503) and not waiting:
                    return reply
                why = f"{reply.status} {reply.text[:120]}"
            except (Unreached, Lost) as error:
                why = repr(error)
            if asyncio.get_running_loop().time() > give_up:
                raise GaveUp(f"{method} {path.split('?')[0]}: {why}")
            self.tried_again += 1
            await asyncio.sleep(random.uniform(0.1, 0.5))

    async def create(self, external_id, question, answer):
        """A connect request, made exactly once however often it must be asked for. Gives its identity code."""
        body = {
            "external_id": external_id,
            "friendly_name": f"Visits of {external_id}",
            "question": question,
            "answer": answer,
        }
        key = (("idempotency-key", str(uuid.uuid4())),)
        # A node that ends while it makes one leaves a claim of half a minute, and the next may end, too.
        reply = await self.insist("POST", "/connect-requests", body, key, 4 * self.patience)
        if reply.status != 201:
            raise AssertionError(f"create {external_id}: {reply.status} {reply.text[:300]}")
        return reply.json()["identity_code"]

    async def request(self, external_id):
        """What the portal says of a request."""
        return (await self.insist("GET", "/connect-requests/" + urllib.parse.quote(external_id, safe=""))).json()

    async def authorization(self, person_id, record_id):
        """Whether an authorization stands, and its rules."""
        return (await self.insist("GET", f"/persons/{person_id}/records/{record_id}/authorization")).json()

    async def all_events(self):
        """The whole log, from its start."""
        events, cursor = [], ""
        while True:
            reply = await self.insist("GET", f"/events?limit=500{cursor}")
            page = reply.json()
            if reply.status != 200:
                raise AssertionError(f"events: {reply.status} {reply.text[:300]}")
            if not page["items"]:
                return events
            events += page["items"]
            cursor = "&cursor=" + urllib.parse.quote(page["next_cursor"])

    async def list_since(self, since):
        """The list of what was authorized since then, all its pages, and its `as_of`."""
        items, cursor, as_of = [], "", None
        while True:
            query = f"limit=500{cursor}" + (f"&since={urllib.parse.quote(since)}" if since else "")
            reply = await self.insist("GET", f"/authorized-connect-requests?{query}")
            page = reply.json()
            if reply.status != 200:
                raise AssertionError(f"list: {reply.status} {reply.text[:300]}")
            items += page["items"]
            as_of = as_of or page["as_of"]
            if not page.get("next_cursor"):
                return items, as_of
            cursor = "&cursor=" + urllib.parse.quote(page["next_cursor"])


class Poller:
    """Reads both lists as they grow, as an app does, whatever fails meanwhile: from where it had read to."""

    def __init__(self, clinic):
        self.clinic, self.events, self.listed, self.faults = clinic, [], {}, []
        self._cursor, self._since, self._tasks, self._ended = "", None, [], False

    def start(self):
        """Begins to read."""
        self._tasks = [asyncio.create_task(self._read_events()), asyncio.create_task(self._read_list())]

    async def _read_events(self):
        while not self._ended:
            try:
                reply = await self.clinic.call("GET", f"/events?limit=500&wait=2{self._cursor}", seconds=15)
            except (Unreached, Lost):
                await asyncio.sleep(0.2)
                continue
            if reply.status == 200:
                page = reply.json()
                self.events += page["items"]
                self._cursor = "&cursor=" + urllib.parse.quote(page["next_cursor"])
            elif reply.status not in (429, 503):
                self.faults.append(f"events: {reply.status} {reply.text[:200]}")
                await asyncio.sleep(0.5)
            else:
                await asyncio.sleep(0.3)

    async def _read_list(self):
        while not self._ended:
            try:
                items, as_of = await self.clinic.list_since(self._since)
            except GaveUp:
                continue
            except AssertionError as error:
                self.faults.append(str(error))
                await asyncio.sleep(0.5)
                continue
            self._keep((items, as_of))
            await asyncio.sleep(0.3)

    def _keep(self, answer):
        items, self._since = answer
        for item in items:
            self.listed[item["external_id"], item["record_id"]] = item

    async def stop(self, last_seq):
        """Reads to the end of the log, then stops."""
        for _ in range(200):
            if self.events and self.events[-1]["seq"] >= last_seq or not last_seq:
                break
            await asyncio.sleep(0.1)
        self.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        # What was authorized last: from where the list was read to.
        self._keep(await self.clinic.list_since(self._since))

    def cancel(self):
        """Ends reading, wherever it is."""
        self._ended = True
        for task in self._tasks:
            task.cancel()
