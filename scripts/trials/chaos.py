"""scripts/chaos: faults while patients are on their way, and the judge's word after each."""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from . import clocks, faults_database, faults_node, fuzz, hostile
from .node import CannotRun, ended_politely, program_path
from .postgres import Postgres
from .report import table, total
from .stage import Stage

#: Each stage, and its share of all journeys. Those without one walk as many as they need.
STAGES = {
    "killed": (faults_node.killed, 30),
    "node-killed": (faults_node.node_killed, 15),
    "node-frozen": (faults_node.node_frozen, 5),
    "node-cut-off": (faults_node.node_cut_off, 6),
    "goes-on": (faults_node.goes_on, 0),
    "disk-full": (faults_node.disk_full, 6),
    "disk-refuses": (faults_node.disk_refuses, 4),
    "disk-read-only": (faults_node.disk_read_only, 1),
    "database-restarted": (faults_database.restarted, 6),
    "database-stopped": (faults_database.stopped, 2),
    "database-frozen": (faults_database.frozen, 3),
    "database-slow": (faults_database.slow, 3),
    "cut-before-commit": (faults_database.cut_before_commit, 5),
    "cut-after-commit": (faults_database.cut_after_commit, 5),
    "hundred-guesses": (faults_database.hundred_guesses, 0),
    "clocks-apart": (clocks.apart, 3),
    "clock-jumps": (clocks.jumping, 3),
    "idle-connections": (hostile.idle_connections, 1),
    "slow-clients": (hostile.slow_clients, 1),
    "oversized": (hostile.oversized, 1),
    "floods": (hostile.flood, 0),
    "api-fuzzed": (fuzz.fuzzed, 0),
}


@dataclass
class Trial:
    """What all stages are told."""

    program: str
    seed: str
    short: bool
    postgres: Postgres = None
    #: Patients at once.
    at_once: int = 8
    #: The longest pause between two faults, in seconds.
    pause: float = 4.0


def arguments():
    """What stands on the command line."""
    parser = argparse.ArgumentParser(
        prog="scripts/chaos",
        description="Drives the real program from outside through faults, and judges what it acknowledged by a model of its own. "
        "Listens and sends on loopback alone, ends only what it started, and leaves nothing behind but the report.",
        epilog="Exit status: 0 when nothing was found, 1 when something was, 2 when it could not run. "
        "Needs Python 3.11, PostgreSQL and libfaketime (Debian: apt-get install python3 python3-venv postgresql faketime) "
        "and, for the disks, root.",
    )
    parser.add_argument("--short", action="store_true", help="200 journeys in about three minutes, as ./scripts/test runs it")
    parser.add_argument("--journeys", type=int, metavar="N", help="how many in all (10,000; with --short 200)")
    parser.add_argument("--only", metavar="STAGE[,…]", help="only these stages: " + ", ".join(STAGES))
    parser.add_argument("--program", metavar="FILE", help="the program; else PATIENT_CONNECT_BIN, or the newest build")
    parser.add_argument("--seed", default=None, help="what chance is drawn from; a run prints its own")
    parser.add_argument("--at-once", type=int, default=8, metavar="N", help="patients at once (8)")
    parser.add_argument("--slower", type=float, metavar="X", help="how many times longer than on a quiet machine everything may take "
                        "(1; with --short 3, since it looks for what is lost, and tests run beside other work)")
    parser.add_argument("--out", metavar="DIR", help="where the report is kept; a run that was ended goes on there")
    given = parser.parse_args()
    unknown = set((given.only or "").split(",")) - {"", *STAGES}
    if unknown:
        parser.error(f"no such stage: {', '.join(sorted(unknown))}")
    return given


_ON_POSTGRES = {
    "node-killed", "node-frozen", "node-cut-off", "goes-on", "database-restarted", "database-stopped", "database-frozen",
    "database-slow", "cut-before-commit", "cut-after-commit", "hundred-guesses", "clocks-apart",
}


async def apart(work, *arguments):
    """Awaits `work` on a thread and an event loop of its own. On a common one, what blocks in a row (a server that takes its time
    to end, a command) would stand still the patients of all others, whose requests would seem to hang."""
    begun = {}

    async def run():
        begun["loop"], begun["task"] = asyncio.get_running_loop(), asyncio.current_task()
        await work(*arguments)

    thread = asyncio.create_task(asyncio.to_thread(asyncio.run, run()))
    try:
        await asyncio.shield(thread)
    except asyncio.CancelledError:
        if "task" in begun and not begun["loop"].is_closed():
            begun["loop"].call_soon_threadsafe(begun["task"].cancel)
            await asyncio.wait([thread])
        raise


class Run:
    """One run: its stages, and the report as it grows."""

    def __init__(self, given):
        self.out = Path(given.out or tempfile.mkdtemp(prefix="patient-connect-chaos."))
        self.out.mkdir(parents=True, exist_ok=True)
        Stage.keep_logs, Stage.short, Stage.slower = self.out, given.short, given.slower or (3.0 if given.short else 1.0)
        self.kept = self.out / "chaos.json"
        self.rows = json.loads(self.kept.read_text())["stages"] if self.kept.exists() else []
        seed = given.seed or os.urandom(4).hex()
        pause = 1.5 if given.short else 4.0
        self.trial = Trial(program_path(given.program), seed, given.short, at_once=given.at_once, pause=pause)
        self.names = [name for name in STAGES if not given.only or name in given.only.split(",")]
        self.journeys = given.journeys or (200 if given.short else 10_000)
        self.shares = sum(STAGES[name][1] for name in self.names) or 1
        self.could_not, self.keeping = [], threading.Lock()

    async def stages(self, names):
        """One stage after the other, with a PostgreSQL server of their own where one is needed."""
        trial = replace(self.trial)
        try:
            await self._stages(trial, names)
        finally:
            if trial.postgres:
                trial.postgres.remove()

    async def _stages(self, trial, names):
        for name in names:
            if any(row["name"] == name for row in self.rows):
                print(f"{name}: done before", flush=True)
                continue
            count = max(1, round(self.journeys * STAGES[name][1] / self.shares))
            try:
                row = {"name": name} | await self._stage(trial, name, count)
            except CannotRun as error:
                self.could_not.append(name)
                print(f"CANNOT RUN {name}: {error}", file=sys.stderr, flush=True)
                continue
            self._keep(row)

    async def _stage(self, trial, name, count):
        began = time.monotonic()
        if name in _ON_POSTGRES and trial.postgres is None:
            trial.postgres = Postgres()
            await trial.postgres.start()
        try:
            row = await STAGES[name][0](trial, count)
        except CannotRun:
            raise
        except Exception as error:  # A stage that ends in the middle is a finding, and the others still run.
            row = {"stage": name, "journeys": 0, "findings": {"answers": [f"ended: {type(error).__name__}: {error}"]}}
        row["seconds"] = round(time.monotonic() - began, 1)
        return row

    def _keep(self, row):
        with self.keeping:
            self._keep_alone(row)

    def _keep_alone(self, row):
        self.rows.append(row)
        report = {"seed": self.trial.seed, "slower": Stage.slower, "total": total(self.rows), "stages": self.rows}
        self.kept.write_text(json.dumps(report, indent=1) + "\n")
        (self.out / "chaos.md").write_text(table(self.rows))
        found = sum(map(len, row["findings"].values()))
        print(f"{row['name']}: {row['journeys']} journeys, {row['seconds']} s, {found} findings", flush=True)
        for kind, texts in row["findings"].items():
            for text in texts[:10]:
                print(f"  {kind}: {text}", flush=True)

    async def all(self):
        """All stages; gives the exit status. In the short form four rows of them at once: most of it is waiting."""
        trial = self.trial
        print(f"chaos: {trial.program}, {self.journeys} journeys, seed {trial.seed}; report in {self.out}", flush=True)
        if trial.short:
            of_module = {name: STAGES[name][0].__module__.rpartition(".")[2] for name in self.names}
            rows = (
                [name for name in self.names if name in _ON_POSTGRES and of_module[name] == "faults_node"],
                [name for name in self.names if name in _ON_POSTGRES and of_module[name] != "faults_node"],
                [name for name in self.names if name not in _ON_POSTGRES and name != "api-fuzzed"],
                [name for name in self.names if name == "api-fuzzed"],
            )
            await asyncio.gather(*(apart(self.stages, row) for row in rows))
        else:
            await self.stages(self.names)
        self.rows.sort(key=lambda row: list(STAGES).index(row["name"]))
        text = table(self.rows)
        (self.out / "chaos.md").write_text(text)
        print("\n" + text)
        return 2 if self.could_not else int(any(row["findings"] for row in self.rows))


def main():
    """The command."""
    given = arguments()
    try:
        sys.exit(ended_politely(Run(given).all()))
    except CannotRun as error:
        print(f"chaos: {error}", file=sys.stderr)
        sys.exit(2)
