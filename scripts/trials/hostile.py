"""What strangers send: idle connections, slow heads and bodies, everything too large, floods from many addresses."""

import asyncio
import random
import time
import urllib.parse

from .disk import descriptors
from .http import Connection, Lost, Unreached, once
from .patient import PASSWORD, Plan, new_browser
from .stage import Stage


async def _journey_beside(stage, what, most):
    """A whole journey of somebody honest while something goes on; gives its time."""
    began = time.monotonic()
    crowd = stage.crowd(1)
    await crowd.one(crowd.newcomer(f"beside.{stage.letters}"), stage.next_letter(), Plan())
    took = time.monotonic() - began
    if took > most * stage.slower:
        stage.ledger.violated(f"beside {what} a journey took {took:.1f} s, {most} are allowed")
    return round(took, 2)


async def idle_connections(trial, count):
    """Five thousand connections that say nothing, while patients walk; and what they cost in memory."""
    descriptors(12_000)
    async with Stage("idle connections", trial.program, trial.seed) as stage:
        node = stage.nodes[0]
        before = node.resident()
        idle = []
        for _ in range(25):
            idle += await asyncio.gather(*(asyncio.open_connection(*node.address) for _ in range(200)))
        opened = len(idle)
        await stage.crowd(count, trial.at_once).walk()
        stage.notes |= {"connections": opened, "resident MB": f"{before:.0f} before, {node.resident():.0f} with them"}
        for _, writer in idle:
            writer.transport.abort()
        await stage.heals("idle connections")
        return await stage.judged()


async def slow_clients(trial, count):
    """Heads and bodies that come a letter at a time: cut off within half a minute, and nobody else waits."""
    async with Stage("slow heads and bodies", trial.program, trial.seed) as stage:
        address, ended = stage.nodes[0].address, []

        async def dribble(opening, piece):
            reader, writer = await asyncio.open_connection(*address)
            began = time.monotonic()
            writer.write(opening)
            try:
                while time.monotonic() - began < 45:
                    writer.write(piece)
                    await writer.drain()
                    try:
                        async with asyncio.timeout(0.5):
                            said = await reader.read(65536)
                    except asyncio.TimeoutError:
                        continue
                    ended.append((time.monotonic() - began, said[9:12].decode("latin-1", "replace")))
                    break
                else:
                    stage.ledger.violated(f"a slow client was let go on for 45 s: {opening[:30]!r}")
            except OSError:
                ended.append((time.monotonic() - began, "cut"))
            finally:
                writer.transport.abort()

        length = b"host: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100000\r\n\r\n"
        how_many = 20 if trial.short else 200
        slow = [dribble(b"GET /connect HTTP/1.1\r\nhost: x\r\n", b"x-a: b\r\n") for _ in range(how_many)]
        slow += [dribble(b"POST /connect HTTP/1.1\r\n" + length, b"a") for _ in range(how_many)]
        slow += [dribble(b"POST /api/v1/connect-requests HTTP/1.1\r\n" + length, b"a") for _ in range(how_many)]
        slow = asyncio.gather(*slow)
        await stage.crowd(count, trial.at_once).walk()
        await slow
        longest = max((took for took, _ in ended), default=0)
        stage.notes |= {"slow clients": 3 * how_many, "cut off after s": round(longest, 1),
                        "with": sorted({said for _, said in ended})}
        await stage.heals("slow heads and bodies")
        return await stage.judged()


async def oversized(trial, count):
    """Heads, addresses, cookies, fields and bodies that are far too large: refused, and nothing changes."""
    async with Stage("oversized everything", trial.program, trial.seed) as stage:
        key = [("authorization", f"Bearer {stage.clinic.key}")]
        form = [("content-type", "application/x-www-form-urlencoded")]
        json = [("content-type", "application/json"), *key]
        many = [(f"x-{n}", "y" * 100) for n in range(5000)]
        large = b"identity_code=" + b"B" * 3_000_000
        requests = [
            ("a long address", "GET", "/connect?packageid=" + "B" * 200_000, [], b""),
            ("a long cookie", "GET", "/connect", [("cookie", "session=" + "A" * 200_000)], b""),
            ("many headers", "GET", "/connect", many, b""),
            ("a large form", "POST", "/connect", form, large),
            ("a large form at the sign-in", "POST", "/sign-in", form, large),
            ("many fields", "POST", "/connect", form, b"&".join(b"a%d=b" % n for n in range(200_000))),
            ("a large JSON body", "POST", "/api/v1/connect-requests", json, b'{"external_id":"' + b"x" * 3_000_000),
            ("deep JSON", "POST", "/api/v1/connect-requests", json, b"[" * 60_000),
            ("a large XML body", "POST", "/platform/wildcat.ashx", [("content-type", "text/xml")], b"<a>" * 1_000_000),
            ("a long key", "GET", "/api/v1/events", [("authorization", "Bearer " + "k" * 100_000)], b""),
            ("a long cursor", "GET", "/api/v1/events?cursor=" + "c" * 20_000, key, b""),
        ]
        walking = asyncio.create_task(stage.crowd(count, trial.at_once).walk())
        for name, method, path, headers, body in requests:
            seen = set()
            for _ in range(1 if trial.short else 5):
                try:
                    reply = await once(stage.nodes[0].address, method, path, headers, body, 30)
                    # The XML platform says in the body what it refuses.
                    seen.add("refused" if path.endswith(".ashx") and "<code>0</code>" not in reply.text else reply.status)
                except (Lost, Unreached):
                    # Refused before all of it was sent: the answer may go down with the connection.
                    seen.add("cut")
            stage.notes[name] = ", ".join(map(str, sorted(seen, key=str)))
            if any(status in (200, 201, 303) or isinstance(status, int) and status >= 500 for status in seen):
                stage.ledger.violated(f"{name} was answered {stage.notes[name]}")
        await walking
        await stage.heals("oversized everything")
        return await stage.judged()


async def flood(trial, _):
    """Answers at one code and passwords at one account, each from an address of its own: chances hold, she gets in."""
    addresses = 1_000 if trial.short else 10_000
    async with Stage("floods", trial.program, trial.seed) as stage:
        crowd = stage.crowd(1)
        owner = crowd.newcomer("owner")
        await crowd.one(owner, stage.next_letter(), Plan())
        target = await stage.write_letter()
        target.locked_seen = True
        for what, path, action, fields in (
            ("answers", f"/connect?packageid={target.code}", "/connect/question", lambda n: [("answer", f"guess {n}")]),
            ("passwords", "/sign-in", "/sign-in", lambda n: [("email", owner.email), ("password", f"not hers {n}")]),
        ):
            flooding = asyncio.create_task(_from_everywhere(stage, addresses, path, action, fields))
            await asyncio.sleep(0.5)
            took = await _journey_beside(stage, f"a flood of {what}", 60)
            statuses = await flooding
            stage.notes[what] = f"{addresses} addresses: {statuses}; a journey beside: {took} s"
        page = await owner.browser.open("/sign-in")
        if page.name == "sign-in":
            page = await owner.browser.submit(page, "/sign-in", [("email", owner.email), ("password", PASSWORD)])
        stage.notes["the owner, in her own browser"] = page.name or page.status
        if page.status != 200 or page.name == "sign-in":
            stage.ledger.violated(f"the owner of the account is kept out: {page.name} {page.status}")
        await stage.heals("floods")
        return await stage.judged()


async def _from_everywhere(stage, addresses, path, action, fields):
    """Sends a form from so many addresses, forty at once. Gives how often each status came."""
    statuses, numbers = {}, iter(range(addresses))
    browser = new_browser(stage.nodes, random.Random(1))
    page = await browser.open(path)
    address, hidden = page.form(action)
    cookie = ("cookie", "; ".join(f"{k}={v}" for k, v in browser.cookies.items()))

    async def one_of_many():
        connection = Connection(stage.nodes[0].address)
        for n in numbers:
            about = ("x-forwarded-for", f"100.{n // 65536}.{n // 256 % 256}.{n % 256}")
            body = urllib.parse.urlencode([*hidden.items(), *fields(n)]).encode()
            kind = ("content-type", "application/x-www-form-urlencoded")
            try:
                status = (await connection.send("POST", address, [cookie, about, kind], body, 60)).status
            except (Lost, Unreached):
                status = "lost"
            statuses[status] = statuses.get(status, 0) + 1
        connection.close()

    await asyncio.gather(*(one_of_many() for _ in range(40)))
    return {str(status): statuses[status] for status in sorted(statuses, key=str)}
