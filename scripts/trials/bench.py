"""scripts/bench: what the portal costs, beside few and many stored requests, on SQLite and PostgreSQL, on one node and three."""

import argparse
import asyncio
import json
import os
import platform
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from . import fill, loads, plots
from .clinic import Clinic
from .crowd import Crowd
from .disk import descriptors
from .http import Lost, Unreached, once
from .ledger import Ledger
from .node import APP_FILE, APP_ID, NO_LIMITS, CannotRun, Node, command, ended_politely, program_path
from .patient import Plan
from .postgres import Postgres


class Place:
    """One installation that is measured: a database with so many stored requests, and so many nodes on it."""

    def __init__(self, program, rows, postgres=None, keep=None):
        """`keep`: a folder in which it is made once, found again, and left."""
        self.program, self.rows, self.count, self.postgres, self.kept = program, rows, 1, postgres, keep is not None
        name = f"{'postgres' if postgres else 'sqlite'}-{rows}"
        self.home = keep / name if keep else Path(tempfile.mkdtemp(prefix="patient-connect-bench."))
        self.home.mkdir(parents=True, exist_ok=True)
        self.database = f"bench_{rows}"
        self.name = f"{'PostgreSQL' if postgres else 'SQLite'}, {rows:,} stored"
        self.settings = {"PATIENT_CONNECT_DATA": str(self.home / "data"), **NO_LIMITS}
        if postgres:
            self.settings["PATIENT_CONNECT_DATABASE_URL"] = postgres.url(self.database)
        self.nodes, self.key, self.size, self.filled_in = [], "", 0, 0.0
        #: What loads keep for their next round: the cursor at the end of the log, the app of the classic platform.
        self.cursor = self.classic = None
        self.memory, self.after_load = {}, 0.0
        #: Names of what is made have a part that no other run has.
        self.run, self.creations, self.letters, self.walked = f"{time.time_ns():x}", 0, 0, 0

    async def fill(self):
        """Makes the installation, walks one real journey, and fills it with rows like those that came of it. Once."""
        filled = self.home / "filled.json"
        self._add_node()
        if filled.exists():
            known = json.loads(filled.read_text())
            self.key, self.size, self.filled_in = known["key"], known["size"], known["filled_in"]
            return
        # What an earlier run left half made.
        shutil.rmtree(self.home / "data", ignore_errors=True)
        if self.postgres:
            self.postgres.sql("postgres", f'DROP DATABASE IF EXISTS "{self.database}"')
            self.postgres.sql("postgres", f'CREATE DATABASE "{self.database}"')
        command(self.program, ["migrate"], self.settings)
        (self.home / "app.toml").write_text(APP_FILE)
        command(self.program, ["app", "apply", str(self.home / "app.toml")], self.settings)
        self.key = command(self.program, ["app", "key", "new", APP_ID], self.settings).strip()
        await self.nodes[0].start()
        stage = loads.Walked(self, Ledger(), Clinic(lambda: self.nodes[0].address, self.key))
        crowd = Crowd(stage, 0)
        await crowd.one(crowd.newcomer("first"), stage.next_letter(), Plan([], True, "allow", ("medicines",)))
        self.nodes[0].stop()
        if stage.ledger.violations:
            raise AssertionError(f"the first journey: {stage.ledger.violations}")
        sample, began = self._sample(), time.monotonic()
        if self.postgres:
            self.size = await asyncio.to_thread(fill.fill_postgres, self.postgres, self.database, self.rows, sample)
        else:
            file = self.home / "data" / "patient-connect.db"
            self.size = await asyncio.to_thread(fill.fill_sqlite, file, self.rows, sample)
        self.filled_in = time.monotonic() - began
        filled.touch(0o600)
        filled.write_text(json.dumps({"key": self.key, "size": self.size, "filled_in": self.filled_in}))

    def _sample(self):
        """What the program wrote of the one real journey: a hash of an answer, one of a password, and granted rules."""
        texts = {
            "answer": "SELECT answer_hash FROM connect_requests LIMIT 1",
            "secret": "SELECT secret FROM credentials WHERE kind = 'password' LIMIT 1",
            "rules": "SELECT rules FROM authorizations LIMIT 1",
        }
        if self.postgres:
            return {name: self.postgres.sql(self.database, text)[0][0] for name, text in texts.items()}
        with sqlite3.connect(self.home / "data" / "patient-connect.db") as db:
            return {name: db.execute(text).fetchone()[0] for name, text in texts.items()}

    def _add_node(self):
        own = dict(self.settings)
        if self.nodes:
            own["PATIENT_CONNECT_BASE_URL"] = f"http://127.0.0.1:{self.nodes[0].address[1]}"
        self.nodes.append(Node(self.program, own, self.home / f"node-{len(self.nodes)}.log"))

    async def start(self):
        """Starts its nodes, which have the database for themselves from here on."""
        while len(self.nodes) < self.count:
            self._add_node()
        for node in self.nodes:
            await node.start(120)

    def stop(self):
        """Ends its nodes."""
        for node in self.nodes:
            node.stop()

    def remove(self):
        """Ends it, and removes its files and its database, but those that are to be kept."""
        self.stop()
        if self.kept:
            return
        if self.postgres and self.postgres.process and self.postgres.process.poll() is None:
            self.postgres.sql("postgres", f'DROP DATABASE IF EXISTS "{self.database}"')
        shutil.rmtree(self.home, ignore_errors=True)

    def cpu_seconds(self):
        """Processor time of the nodes, and of PostgreSQL."""
        return sum(node.cpu_seconds() for node in self.nodes), self.postgres.cpu_seconds() if self.postgres else 0.0

    async def end_of_log(self, clinic):
        """A cursor at the end of the log, read on from where it was: the first time some thousand pages for a million events."""
        while True:
            from_there = f"&cursor={urllib.parse.quote(self.cursor)}" if self.cursor else ""
            page = (await clinic.insist("GET", f"/events?limit=500{from_there}")).json()
            self.cursor = page["next_cursor"]
            if not page["items"]:
                return self.cursor


def arguments():
    """What stands on the command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="Measures the real program (build it with --release) in rounds that are interleaved, and writes JSON, tables and "
        "plots. Everything runs on this machine, the load too: compare lines of one run with each other, not runs.",
        epilog="Needs Python 3.11, wrk and PostgreSQL (Debian: apt-get install python3 wrk postgresql), and about 2 GB of disk for each "
        "million of stored requests and database.",
    )
    parser.add_argument("--rows", default="1000,1000000", metavar="N,…", help="stored requests (1000,1000000)")
    parser.add_argument("--databases", default="sqlite,postgres", metavar="D,…", help="sqlite, postgres or both")
    parser.add_argument("--nodes", default="1,3", metavar="N,…", help="nodes on PostgreSQL (1,3); SQLite has one")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; what is told is the median (3)")
    parser.add_argument("--seconds", type=int, default=3, help="seconds of each load in each round (3)")
    parser.add_argument("--loads", metavar="L,…", help="only loads whose name begins so")
    parser.add_argument("--program", metavar="FILE", help="the program; else PATIENT_CONNECT_BIN, or the newest build")
    parser.add_argument("--keep", metavar="DIR", type=Path, help="databases are made there once, found again by the next run, and left; "
                        "without it they are made in the system's temporary folder and removed")
    parser.add_argument("--out", default="bench-report", metavar="DIR", help="where bench.json, bench.md and the plots are written")
    parser.add_argument("--draw", metavar="FILE", help="measure nothing: tables and plots from a bench.json")
    return parser.parse_args()


async def _fill(given, program, postgres, places):
    """The installations, filled. Several numbers of nodes share one database, one after the other."""
    rows = [int(n) for n in given.rows.split(",")]
    for database in given.databases.split(","):
        for size in rows:
            place = Place(program, size, postgres if database == "postgres" else None, given.keep)
            places.append(place)
            await place.fill()
            print(f"{place.name}: filled in {place.filled_in:.0f} s, {place.size / 2**20:,.0f} MiB", flush=True)


async def _memory(place):
    """Resident memory and the time to the first answer, on what is stored there."""
    node, firsts = place.nodes[0], []
    for _ in range(5):
        node.stop()
        began = time.monotonic()
        node.spawn()
        while True:
            try:
                if (await once(node.address, "GET", "/connect", seconds=5)).status == 200:
                    break
            except (Unreached, Lost):
                await asyncio.sleep(0.001)
        firsts.append((time.monotonic() - began) * 1000)
    await asyncio.sleep(3)
    idle, own = node.resident(), node.resident("RssAnon")
    descriptors(12_000)
    held = []
    for _ in range(25):
        held += await asyncio.gather(*(asyncio.open_connection(*node.address) for _ in range(200)))
    await asyncio.sleep(1)
    with_connections = node.resident()
    for _, writer in held:
        writer.transport.abort()
    return {
        "first answer ms": statistics.median(firsts), "idle MB": idle, "of it its own MB": own, "5,000 connections MB": with_connections,
    }


async def _measure(given, places, results, failed, write):
    wanted = [load for load in loads.LOADS if not given.loads or load.name.startswith(tuple(given.loads.split(",")))]
    walks = not given.loads or "journeys".startswith(tuple(given.loads.split(",")))
    numbers = [int(n) for n in given.nodes.split(",")]
    for place in places:
        place.count = max(numbers) if place.postgres else 1
        await place.start()
    for turn in range(given.rounds):
        print(f"round {turn + 1} of {given.rounds}, load of the machine {os.getloadavg()[0]:.1f}", flush=True)
        for load in [*wanted, *(["journeys"] if walks else [])]:
            for place in places:
                for number in numbers if place.postgres else [1]:
                    every, place.nodes = place.nodes, place.nodes[:number]
                    name = load if load == "journeys" else load.name
                    key = (name, "PostgreSQL" if place.postgres else "SQLite", place.rows, number)
                    said = f"{name}; {key[1]}, {place.rows:,}, {number}"
                    try:
                        found = await (loads.journeys(place, max(given.seconds, 4)) if load == "journeys"
                                       else loads.wrk(load, place, given.seconds))
                    except AssertionError as error:
                        # Told at the end, and not among the figures; the others are still worth having.
                        failed.append(f"{said}: {error}")
                        print(f"  FAILED {failed[-1]}", flush=True)
                        continue
                    finally:
                        place.nodes = every
                    results.setdefault(key, []).append(found)
                    print(f"  {said}: {found['per_s']:,.0f} /s, {found['node_us']:,.0f} + {found['database_us']:,.0f} µs", flush=True)
        for place in places:
            memory = place.nodes[0].resident()
            place.after_load = max(memory, place.after_load)
        write()


def _report(program, places, results, failed, busy):
    lines = [
        {"load": load, "database": database, "rows": rows, "nodes": count,
         **{name: statistics.median(one[name] for one in found) for name in found[0]},
         "per_s_low": min(one["per_s"] for one in found), "per_s_high": max(one["per_s"] for one in found), "rounds": len(found)}
        for (load, database, rows, count), found in results.items()
    ]
    return {
        "machine": {"processors": os.cpu_count(), "kernel": platform.release(), "machine": platform.machine(),
                    "load before, after": [round(busy, 1), round(os.getloadavg()[0], 1)]},
        "version": command(program, ["--version"], {}).strip(),
        "stored": [{"database": "PostgreSQL" if p.postgres else "SQLite", "rows": p.rows, "bytes": p.size, "filled s": round(p.filled_in)}
                   for p in places],
        "memory": [{"place": p.name, **p.memory, "after the load MB": p.after_load} for p in places],
        "loads": lines,
        "failed": failed,
    }


async def run(given):
    """Fills, measures, and writes the report after each round."""
    program, busy = program_path(given.program), os.getloadavg()[0]
    out = Path(given.out)
    out.mkdir(parents=True, exist_ok=True)
    postgres, places, results, failed = None, [], {}, []

    def write():
        report = _report(program, places, results, failed, busy)
        (out / "bench.json").write_text(json.dumps(report, indent=1) + "\n")
        plots.write(report, out)

    try:
        if "postgres" in given.databases:
            postgres = Postgres({"shared_buffers": "512MB", "max_wal_size": "2GB"}.items(), given.keep and given.keep / "postgres")
            await postgres.start()
        await _fill(given, program, postgres, places)
        for place in places:
            place.memory = await _memory(place)
            place.nodes[0].stop()
            print(f"{place.name}: {place.memory}", flush=True)
        await _measure(given, places, results, failed, write)
    finally:
        for place in places:
            place.remove()
        if postgres:
            postgres.remove()
    print(f"written: {out}/bench.json, bench.md and plots" + "".join(f"\nFAILED {one}" for one in failed))
    return int(bool(failed))


def main():
    """The command."""
    given = arguments()
    if given.draw:
        Path(given.out).mkdir(parents=True, exist_ok=True)
        plots.write(json.loads(Path(given.draw).read_text()), Path(given.out))
        return
    try:
        sys.exit(ended_politely(run(given)))
    except CannotRun as error:
        print(f"bench: {error}", file=sys.stderr)
        sys.exit(2)
