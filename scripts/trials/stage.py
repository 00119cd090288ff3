"""One stage: an installation of its own, a crowd on it, a fault, and what the judge says afterwards."""

import asyncio
import random
import shutil
import sqlite3
import tempfile
import time
from collections import Counter
from pathlib import Path

from . import node as nodes_of
from .clinic import Clinic, Poller
from .crowd import Crowd
from .judge import Judge
from .ledger import Ledger, Letter
from .node import APP_FILE, APP_ID, NO_LIMITS, Node
from .patient import Plan
from .wire import Wire

QUESTION = "Which word did we agree on at the desk?"
_ATTEMPTS = """SELECT r.external_id, count(a.digest), max(r.attempts_allowed)
    FROM connect_requests r JOIN answer_attempts a ON a.request_id = r.id GROUP BY r.id, r.external_id"""


class Stage:
    """An installation on SQLite (one node) or on PostgreSQL (several, each over a wire of its own)."""

    #: How long a patient tries, in seconds, before something counts as not healed.
    patience = 90.0
    #: How many times longer everything may take than on a quiet machine.
    slower = 1.0
    #: In the short form nobody locks herself out where the database's answers are lost: a lock whose check was never answered is
    #: told after a minute, and each such stage would wait for it.
    short = False
    #: Where the nodes' logs are kept of a stage in which something was found, or that ended in the middle.
    keep_logs = None

    def __init__(self, name, program, seed, postgres=None, count=1, wrapper=(), environment=None, data=None):
        self.name, self.program, self.postgres, self.rng = name, program, postgres, random.Random(f"{seed} {name}")
        self.home = Path(tempfile.mkdtemp(prefix="patient-connect-trial."))
        self.data = Path(data) if data else self.home / "data"
        self.database = "trial_" + "".join(c if c.isalnum() else "_" for c in name.lower())
        self.count, self.wrapper, self.environment = count, wrapper, dict(environment or {})
        self.nodes, self.wires, self.ledger, self.letters = [], [], Ledger(), 0
        self.clinic = self.poller = None
        self.healed, self.clean = [], False
        self.patience = self.patience * self.slower
        self.notes = {}

    # ----------------------------------------------------------------------------------- beginning and end

    async def __aenter__(self):
        try:
            await self._begin()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def _begin(self):
        settings = {"PATIENT_CONNECT_DATA": str(self.data), **NO_LIMITS, **self.environment}
        direct = dict(settings)
        if self.postgres:
            self.postgres.sql("postgres", f'CREATE DATABASE "{self.database}"')
            direct["PATIENT_CONNECT_DATABASE_URL"] = self.postgres.url(self.database)
        app = self.home / "app.toml"
        app.write_text(APP_FILE)
        nodes_of.command(self.program, ["migrate"], direct)
        nodes_of.command(self.program, ["app", "apply", str(app)], direct)
        key = nodes_of.command(self.program, ["app", "key", "new", APP_ID], direct).strip()
        self.direct = direct
        for number in range(self.count):
            own = dict(settings)
            if self.postgres:
                wire = Wire(self.postgres.port, self.rng)
                await wire.open()
                self.wires.append(wire)
                own["PATIENT_CONNECT_DATABASE_URL"] = self.postgres.url(self.database, wire.port)
            if self.nodes:
                own["PATIENT_CONNECT_BASE_URL"] = f"http://127.0.0.1:{self.nodes[0].address[1]}"
            wrapper = self.wrapper(number) if callable(self.wrapper) else self.wrapper
            self.nodes.append(Node(self.program, own, self.home / f"node-{number}.log", wrapper))
        await asyncio.gather(*(one.start(60 * self.slower) for one in self.nodes))
        self.clinic = Clinic(lambda: self.rng.choice(self.nodes).address, key, self.patience)
        self.poller = Poller(self.clinic)
        self.poller.start()

    async def __aexit__(self, *_):
        if self.poller:
            self.poller.cancel()
        for one in self.nodes:
            one.stop()
        for wire in self.wires:
            await wire.close()
        if self.keep_logs and not self.clean:
            for one in self.nodes:
                shutil.copy(one.log, self.keep_logs / f"{self.database}-{Path(one.log).name}")
        shutil.rmtree(self.home, ignore_errors=True)

    def next_letter(self):
        """An external ID that nothing has yet."""
        self.letters += 1
        return f"{self.name.replace(' ', '-')}-{self.letters}"

    async def write_letter(self, external_id=None):
        """Has the clinic create a request, and gives its letter."""
        external_id = external_id or self.next_letter()
        answer = f"Harbour {external_id} lantern"
        code = await self.clinic.create(external_id, QUESTION, answer)
        letter = self.ledger.letters[external_id] = Letter(external_id, code, answer)
        return letter

    def crowd(self, count, at_once=8, **how):
        """A crowd of this stage."""
        how.setdefault("locking", not (self.short and self.postgres))
        return Crowd(self, count, at_once, **how)

    # --------------------------------------------------------------------------------------- what came of it

    async def heals(self, fault, seconds=15.0):
        """After a fault: how long until every node is ready and a whole journey goes through, without a restart."""
        began, starts, seconds = time.monotonic(), [one.starts for one in self.nodes], seconds * self.slower
        for one in self.nodes:
            await one.until_ready(seconds + 30)
        crowd = self.crowd(1)
        await crowd.one(crowd.newcomer(f"after.{self.letters}"), self.next_letter(), Plan())
        took = time.monotonic() - began
        self.healed.append(took)
        if took > seconds:
            self.ledger.violated(f"{fault}: it took {took:.1f} s until everything answered, {seconds:.0f} are allowed")
        if [one.starts for one in self.nodes] != starts:
            self.ledger.violated(f"{fault}: a node had to be started again")

    def stored_attempts(self):
        """How many values are stored as tried since the last right answer, for each request that has any."""
        if self.postgres:
            rows = self.postgres.sql(self.database, _ATTEMPTS)
        else:
            with sqlite3.connect(f"file:{self.data}/patient-connect.db?mode=ro", uri=True) as db:
                rows = db.execute(_ATTEMPTS).fetchall()
        return [(external_id, int(tried), int(allowed)) for external_id, tried, allowed in rows]

    async def judged(self):
        """What the judge says, and whether the database and the audit log are whole, as one row of the report."""
        judge = await Judge(self.ledger, self.clinic, self.poller, self.stored_attempts).judge()
        await asyncio.sleep(1.2)
        try:
            nodes_of.command(self.program, ["audit", "verify"], self.direct)
            judge.counts["audit logs verified"] += 1
        except AssertionError as error:
            judge.find("lost", f"audit verify: {error}")
        if not self.postgres:
            with sqlite3.connect(f"file:{self.data}/patient-connect.db?mode=ro", uri=True) as db:
                said = db.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                judge.find("lost", f"the database: {said}")
        for one in self.nodes:
            if "panicked" in Path(one.log).read_text("utf-8", "replace"):
                judge.find("answers", f"a panic in {Path(one.log).name}: {one.said()}")
        ledger, self.clean = self.ledger, not any(judge.findings.values())
        return {
            "stage": self.name,
            "database": "PostgreSQL" if self.postgres else "SQLite",
            "nodes": self.count,
            "journeys": len(ledger.letters),
            "pages": ledger.pages,
            "answers lost": ledger.lost,
            "not reached": ledger.unreached,
            "told to come back": ledger.come_back,
            "slowest page s": round(ledger.slowest, 2),
            "healed within s": round(max(self.healed), 2) if self.healed else None,
            "counts": dict(judge.counts),
            "notes": self.notes,
            "findings": {kind: _told_once(found) for kind, found in judge.findings.items() if found},
        }


def _told_once(texts):
    """Each once, with how often it was found."""
    return [text if times == 1 else f"{text} ({times} times)" for text, times in Counter(texts).items()]
