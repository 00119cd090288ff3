"""Clocks that differ and jump. The real program is moved by libfaketime: it believes a file, and only its wall clock does.

A time namespace cannot do it (the kernel keeps the wall clock out of them), and the sandbox's clock only goes forward.
"""

import asyncio
from datetime import datetime, timedelta, timezone
from glob import glob

from .faults_node import while_walking
from .node import CannotRun
from .stage import QUESTION, Stage


def _library():
    found = glob("/usr/lib/*/faketime/libfaketimeMT.so.1") + glob("/usr/local/lib/faketime/libfaketimeMT.so.1")
    if not found:
        raise CannotRun("libfaketime is not installed (Debian: apt-get install faketime): clocks cannot be moved")
    return found[0]


class Clock:
    """The clock of one node, as a file that its program reads at each look."""

    def __init__(self, file):
        self.file = file
        self.set(0)

    def set(self, seconds):
        """So many seconds beside the machine's, from now on. The file is replaced whole: it is read at any time."""
        beside = self.file.with_suffix(".new")
        beside.write_text(f"{seconds:+d}\n")
        beside.replace(self.file)

    def wrapper(self):
        """What stands before the program on its command line."""
        return (
            "/usr/bin/env", f"LD_PRELOAD={_library()}", f"FAKETIME_TIMESTAMP_FILE={self.file}", "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1", "DONT_FAKE_MONOTONIC=1",
        )


async def apart(trial, count):
    """Three nodes whose clocks are ten seconds apart: times in the log never go back, and lists since miss nothing."""
    return await _with_clocks(trial, "clocks ten seconds apart", trial.postgres, (-10, 0, 10), count, None)


async def jumping(trial, count):
    """One node whose clock jumps forward for an hour and back, again and again."""
    return await _with_clocks(trial, "a clock that jumps", None, (0,), count, (3600, 0, -3600, 0))


async def _with_clocks(trial, name, postgres, begin, count, jumps):
    _library()
    clocks = {}

    def wrapper(number):
        clocks[number] = Clock(stage.home / f"clock-{number}")
        clocks[number].set(begin[number])
        return clocks[number].wrapper()

    stage = Stage(name, trial.program, trial.seed, postgres, len(begin), wrapper)
    async with stage:
        crowd = stage.crowd(count, trial.at_once)
        if jumps:
            places = iter(jumps * 10_000)

            async def jump():
                await asyncio.sleep(stage.rng.uniform(1, trial.pause))
                clocks[0].set(next(places))

            stage.notes["jumps"] = await while_walking(crowd, jump)
            clocks[0].set(0)
        else:
            await crowd.walk()
            stage.notes["seconds beside the machine's"] = list(begin)
        stage.notes["clocks were moved"] = await _proof(stage, clocks, begin)
        await stage.heals(name)
        return await stage.judged()


async def _proof(stage, clocks, begin):
    """Whether the program really believes the file: what it creates bears the time of its clock."""
    clocks[0].set(begin[0] + 1000)
    body = {"external_id": "the-proof", "friendly_name": "A proof", "question": QUESTION, "answer": "violet harbour"}
    told = (await stage.clinic.call("POST", "/connect-requests", body, node=stage.nodes[0].address)).json()
    clocks[0].set(begin[0])
    ahead = datetime.fromisoformat(told["created_at"].replace("Z", "+00:00")) - datetime.now(timezone.utc)
    moved = timedelta(seconds=900) < ahead - timedelta(seconds=begin[0]) < timedelta(seconds=1100)
    if not moved:
        stage.ledger.violated(f"the clock could not be moved: the portal's was {ahead} ahead")
    return moved
