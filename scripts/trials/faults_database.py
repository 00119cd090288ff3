"""Faults of PostgreSQL and of the wire to it: restarted, crashed, stopped, frozen, slow, cut around a COMMIT."""

import asyncio

from .faults_node import while_walking
from .http import Lost, Unreached
from .patient import new_browser
from .stage import Stage


async def restarted(trial, count):
    """PostgreSQL is restarted, and killed with all of its processes, while patients are on their way."""
    async with Stage("database restarted", trial.program, trial.seed, trial.postgres, 3) as stage:

        async def restart():
            await asyncio.sleep(stage.rng.uniform(0.5, trial.pause))
            if stage.rng.random() < 0.5:
                trial.postgres.crash()
            else:
                await asyncio.to_thread(trial.postgres.stop)
            await asyncio.sleep(stage.rng.uniform(0, 2))
            await trial.postgres.start()
            await asyncio.sleep(1)

        times = await while_walking(stage.crowd(count, trial.at_once), restart)
        await stage.heals("database restarted")
        stage.notes["times"] = times
        return await stage.judged()


async def stopped(trial, count):
    """PostgreSQL is away for a while: `/readyz` says so, nobody hangs, and afterwards everything works again."""
    async with Stage("database stopped", trial.program, trial.seed, trial.postgres, 3) as stage:
        walking = asyncio.create_task(stage.crowd(count, trial.at_once).walk())
        await asyncio.sleep(1)
        await asyncio.to_thread(trial.postgres.stop)
        await asyncio.sleep(2)
        unready = await asyncio.gather(*(node.ready() for node in stage.nodes))
        await asyncio.sleep(6 if trial.short else 25)
        await trial.postgres.start()
        await stage.heals("database stopped")
        await walking
        stage.notes["readyz meanwhile"] = sorted(set(unready))
        if 200 in unready:
            stage.ledger.violated("/readyz says 200 while the database is stopped")
        return await stage.judged()


async def frozen(trial, count):
    """PostgreSQL stands still (SIGSTOP) with all connections open, then goes on."""
    async with Stage("database frozen", trial.program, trial.seed, trial.postgres, 3) as stage:

        async def freeze():
            await asyncio.sleep(stage.rng.uniform(0.5, trial.pause))
            trial.postgres.freeze()
            await asyncio.sleep(stage.rng.uniform(1, 3 if trial.short else 20))
            trial.postgres.thaw()
            await asyncio.sleep(2)

        times = await while_walking(stage.crowd(count, trial.at_once), freeze)
        await stage.heals("database frozen")
        stage.notes["times"] = times
        return await stage.judged()


async def slow(trial, count):
    """Each piece between nodes and PostgreSQL takes longer: nothing is lost, nobody is told a fault."""
    async with Stage("database slow", trial.program, trial.seed, trial.postgres, 3) as stage:
        delay = 0.005 if trial.short else 0.03
        for wire in stage.wires:
            wire.delay = delay
        await stage.crowd(count, trial.at_once).walk()
        for wire in stage.wires:
            wire.heal()
        await stage.heals("database slow")
        stage.notes["each piece waits s"] = delay
        return await stage.judged()


async def cut_before_commit(trial, count):
    """Connections end where a COMMIT was about to be sent: nothing of it may be there."""
    return await _cut(trial, count, "cut before COMMIT", "cut_before_commit", "commits_not_sent")


async def cut_after_commit(trial, count):
    """Connections end where the answer to a COMMIT was on its way: all of it is there, and nobody was told."""
    return await _cut(trial, count, "cut after COMMIT", "cut_after_commit", "commits_not_told")


async def _cut(trial, count, name, setting, counted):
    async with Stage(name, trial.program, trial.seed, trial.postgres, 3) as stage:
        for wire in stage.wires:
            setattr(wire, setting, 0.08)
        await stage.crowd(count, trial.at_once).walk()
        cuts = sum(getattr(wire, counted) for wire in stage.wires)
        for wire in stage.wires:
            wire.heal()
        await stage.heals(name)
        stage.notes["cut"] = cuts
        if not cuts:
            stage.ledger.violated(f"{name}: not one connection was cut, so nothing was tried")
        return await stage.judged()


async def hundred_guesses(trial, _):
    """A hundred different guesses at one code, at once, spread over three nodes: exactly three are checked."""
    async with Stage("a hundred guesses", trial.program, trial.seed, trial.postgres, 3) as stage:
        for _ in range(1 if trial.short else 5):
            await _guess(stage, await stage.write_letter())
        stored = {external_id: tried for external_id, tried, _ in stage.stored_attempts()}
        events = await stage.clinic.all_events()
        for letter in stage.ledger.letters.values():
            told = sum(e["external_id"] == letter.external_id and e["type"] == "wrong_answer" for e in events)
            stage.notes[letter.external_id] = f"{told} checked, {stored.get(letter.external_id)} charged of 100"
            if (told, stored.get(letter.external_id)) != (3, 3):
                stage.ledger.violated(f"{letter.external_id}: {told} wrong answers told, {stored.get(letter.external_id)} charged")
        return await stage.judged()


async def _guess(stage, letter):
    """A hundred browsers stand before the question, each at any node; then all answer at once."""
    letter.locked_seen = True

    async def stand():
        browser = new_browser(stage.nodes, stage.rng)
        browser.patience = 60
        return browser, await browser.open(f"/connect?packageid={letter.code}")

    places = [await stand() for _ in range(100)]

    async def answer(number, browser, page):
        for _ in range(60):
            try:
                _, reply = await browser.submit_only(page, "/connect/question", [("answer", f"guess {number}")])
            except (Lost, Unreached):
                continue
            if reply.status not in (429, 503):
                return reply.status
            await asyncio.sleep(0.2)
        return 503

    statuses = await asyncio.gather(*(answer(n, *place) for n, place in enumerate(places)))
    stage.notes["answers"] = {str(status): statuses.count(status) for status in sorted(set(statuses))}
    if set(statuses) - {410, 422} or statuses.count(422) > 2:
        stage.ledger.violated(f"{letter.external_id}: answers to a hundred guesses: {stage.notes['answers']}")
