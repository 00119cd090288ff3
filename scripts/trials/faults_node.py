"""Faults of the program and of its disk: killed, frozen, cut off from its database; a disk that is full or refuses."""

import asyncio

from .disk import IGNORES_THE_LIMIT, SmallDisk, let_write
from .http import Lost, Unreached
from .patient import Plan
from .stage import QUESTION, Stage


#: For how long `/readyz` may answer as before, in seconds, and a little more.
_STANDS_FOR = 1.2


async def while_walking(crowd, fault):
    """Runs a fault again and again while the crowd walks; gives how often."""
    walking, times = asyncio.create_task(crowd.walk()), 0
    try:
        while not walking.done():
            await fault()
            times += 1
    except BaseException:
        walking.cancel()
        raise
    await walking
    return times


async def killed(trial, count):
    """SIGKILL at random points, one node on SQLite: started again at once, as a service manager does."""
    async with Stage("killed", trial.program, trial.seed) as stage:
        node = stage.nodes[0]
        starts = []

        async def kill():
            await asyncio.sleep(stage.rng.uniform(0.3, trial.pause))
            node.kill()
            starts.append(await node.start(60 * stage.slower))

        kills = await while_walking(stage.crowd(count, trial.at_once), kill)
        await stage.heals("killed")
        stage.notes |= {"kills": kills, "slowest start s": round(max(starts, default=0), 2)}
        return await stage.judged()


async def node_killed(trial, count):
    """SIGKILL of any of three nodes: patients go on at another one with their next request."""
    async with Stage("a node killed", trial.program, trial.seed, trial.postgres, 3) as stage:

        async def kill():
            await asyncio.sleep(stage.rng.uniform(0.3, trial.pause))
            node = stage.rng.choice(stage.nodes)
            node.kill()
            await asyncio.sleep(stage.rng.uniform(0, 1))
            await node.start(60 * stage.slower)

        kills = await while_walking(stage.crowd(count, trial.at_once), kill)
        await stage.heals("a node killed")
        stage.notes["kills"] = kills
        return await stage.judged()


async def node_frozen(trial, count):
    """SIGSTOP of one of three nodes, with whatever it holds: the others wait for it ten seconds at most."""
    async with Stage("a node frozen", trial.program, trial.seed, trial.postgres, 3) as stage:
        whole = list(stage.nodes)

        async def freeze():
            await asyncio.sleep(stage.rng.uniform(0.3, trial.pause))
            node = stage.rng.choice(whole)
            node.freeze()
            # Whoever picks a node for her notices that this one is silent; what it holds in the database remains.
            stage.nodes[:] = [one for one in whole if one is not node]
            await asyncio.sleep(6)
            node.thaw()
            stage.nodes[:] = whole
            await asyncio.sleep(1)

        crowd = stage.crowd(count, trial.at_once)
        times = await while_walking(crowd, freeze)
        await stage.heals("a node frozen")
        stage.notes["freezes"] = times
        if stage.ledger.slowest > 10.5 * stage.slower:
            stage.ledger.violated(f"a frozen node cost a patient {stage.ledger.slowest:.1f} s, ten are allowed")
        return await stage.judged()


async def node_cut_off(trial, count):
    """One of three nodes loses its database, silently or at once: it says so, and its patients go on elsewhere."""
    async with Stage("a node cut off", trial.program, trial.seed, trial.postgres, 3) as stage:
        unready = []

        async def cut_off():
            await asyncio.sleep(stage.rng.uniform(0.3, trial.pause))
            place = stage.rng.randrange(3)
            wire, node = stage.wires[place], stage.nodes[place]
            if stage.rng.random() < 0.5:
                wire.silent = True
            else:
                wire.down = True
                wire.cut()
            await asyncio.sleep(3)
            unready.append(await node.ready())
            wire.heal()

        times = await while_walking(stage.crowd(count, trial.at_once), cut_off)
        await stage.heals("a node cut off")
        stage.notes |= {"times": times, "readyz while cut off": sorted(set(unready))}
        if 200 in unready:
            stage.ledger.violated("/readyz says 200 on a node that is cut off from its database")
        return await stage.judged()


async def disk_full(trial, count):
    """SQLite's disk is full again and again: 503 until there is room, then everything within five seconds."""
    disk = SmallDisk(64 if trial.short else 192)
    try:
        async with Stage("disk full", trial.program, trial.seed, data=disk.place / "data") as stage:
            return await _no_room(trial, stage, count, disk.fill, disk.empty)
    finally:
        disk.remove()


async def disk_refuses(trial, count):
    """Every write into a file fails for a while, as on a disk that has become read-only under a running program."""
    async with Stage("disk refuses", trial.program, trial.seed, wrapper=IGNORES_THE_LIMIT) as stage:
        process = stage.nodes[0].process
        return await _no_room(
            trial, stage, count, lambda: let_write(process.pid, False), lambda: let_write(process.pid, True)
        )


async def _no_room(trial, stage, count, take, give):
    node, unready, healed = stage.nodes[0], [], []

    async def fault():
        await asyncio.sleep(stage.rng.uniform(0.5, trial.pause))
        take()
        await asyncio.sleep(1.5)
        unready.append(await node.ready())
        # SQLite's log has room of its own that it writes anew: ready is wrong only where a write fails. What was found stands for a
        # second, and that room may end within it: who asks again at once is told the same.
        if unready[-1] == 200 and (await _one_write(stage)) == 503:
            await asyncio.sleep(_STANDS_FOR)
            if await node.ready() == 200 and (await _one_write(stage)) == 503:
                stage.ledger.violated("/readyz says 200 while nothing can be written")
        await asyncio.sleep(1)
        give()
        healed.append(await node.until_ready(30 * stage.slower))
        await asyncio.sleep(0.5)

    times = await while_walking(stage.crowd(count, trial.at_once), fault)
    await stage.heals("no room", 5)
    stage.notes |= {"times": times, "readyz without room": sorted(set(unready)), "ready after s": round(max(healed), 2)}
    if max(healed) > 5 * stage.slower:
        stage.ledger.violated(f"ready {max(healed):.1f} s after there was room, five are allowed")
    return await stage.judged()


async def _one_write(stage):
    """The status of a request that the clinic has made, which has no letter: it may be there or not."""
    body = {"external_id": f"no-letter-{stage.rng.random()}", "friendly_name": "Nobody", "question": QUESTION, "answer": "harbour"}
    try:
        return (await stage.clinic.call("POST", "/connect-requests", body)).status
    except (Lost, Unreached):
        return 0


async def disk_read_only(trial, count):
    """The program is started on a read-only disk: it says so and ends, or answers 503; then everything is there."""
    disk = SmallDisk(64)
    try:
        async with Stage("disk read-only", trial.program, trial.seed, data=disk.place / "data") as stage:
            await stage.crowd(count, trial.at_once).walk()
            node = stage.nodes[0]
            node.stop()
            disk.read_only(True)
            node.spawn()
            await asyncio.sleep(3)
            ended, ready = node.process.poll(), await node.ready()
            stage.notes["started on it"] = f"ended with {ended}" if ended is not None else f"readyz {ready}"
            if ended == 0 or ready == 200 or "panicked" in node.said():
                stage.ledger.violated(f"started on a read-only disk: ended with {ended}, readyz {ready}: {node.said()}")
            node.stop()
            disk.read_only(False)
            await node.start()
            await stage.heals("disk read-only", 5)
            return await stage.judged()
    finally:
        disk.remove()


class _Followed:
    """Somebody whose node is killed before each of her steps. What she does next goes to another one."""

    def __init__(self, stage, patient):
        self.stage, self.alive, self.act = stage, list(stage.nodes), patient._act
        patient.browser.pick = lambda: self.alive[0].address
        patient._act = self.step

    async def step(self, *what):
        self.alive.pop(0).kill()
        after = await self.act(*what)
        for node in self.stage.nodes:
            if node not in self.alive:
                await node.start(60 * self.stage.slower)
                self.alive.append(node)
        return after


async def goes_on(trial, _):
    """The node that a patient was at is killed at each step of her way: her next request, elsewhere, goes on."""
    async with Stage("goes on", trial.program, trial.seed, trial.postgres, 3) as stage:
        crowd = stage.crowd(1)
        for _ in range(1 if trial.short else 5):
            patient = crowd.newcomer(f"steps.{stage.letters}")
            _Followed(stage, patient)
            await crowd.one(patient, stage.next_letter(), Plan(["not this"], True, "allow", ("medicines",)))
        stage.notes["requests that failed"] = stage.ledger.lost + stage.ledger.unreached
        if stage.notes["requests that failed"]:
            stage.ledger.violated("a request at another node failed after the patient's own was killed")
        await stage.heals("goes on")
        return await stage.judged()
