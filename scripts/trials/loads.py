"""The loads of scripts/bench: wrk where the portal is faster than Python could ask, patients of our own for whole journeys."""

import asyncio
import json
import random
import shutil
import subprocess
import time
import urllib.parse
from datetime import datetime, timezone

from .classic import prepared_list
from .clinic import Clinic
from .crowd import Crowd
from .http import once
from .ledger import Ledger, Letter
from .node import CannotRun
from .patient import Plan, new_browser

NOBODYS_CODE = "JKYZ-QNMN-VHRX-ZGNR-GZNH"
#: Prepared in front of the load's own lines: threads take the nodes in turn, and what came of it is told as JSON.
_LUA = """
local nodes, count = {%s}, 0
function setup(thread)
  count = count + 1
  local node = nodes[(count - 1) %% #nodes + 1]
  thread.addr = wrk.lookup("127.0.0.1", node)[1]
  thread:set("number", count)
end
function done(summary, latency)
  print(string.format('JSON {"requests":%%d,"micros":%%d,"refused":%%d,"broken":%%d,"p50_ms":%%.3f,"p99_ms":%%.3f}', summary.requests,
    summary.duration, summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
"""


class Load:
    """What is asked for. `prepare` gives the lines of Lua; `refused` says that each answer is a refusal (4xx), as it should be."""

    def __init__(self, name, prepare, connections=16, refused=False):
        self.name, self.prepare, self.connections, self.refused = name, prepare, connections, refused


def _get(path, key=None):
    header = f'wrk.headers["authorization"] = "Bearer {key}"\n' if key else ""
    return f'wrk.method = "GET"\nwrk.path = {json.dumps(path)}\n{header}'


async def _wrong_code(place):
    browser = new_browser(place.nodes, random.Random(1))
    page = await browser.open("/connect")
    address, hidden = page.form("/connect")
    body = urllib.parse.urlencode([*hidden.items(), ("identity_code", NOBODYS_CODE)])
    cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    reply = await once(place.nodes[0].address, "POST", address,
                       [("cookie", cookie), ("content-type", "application/x-www-form-urlencoded")], body.encode())
    if reply.status != 422 or "error-summary" not in reply.text:
        raise AssertionError(f"a wrong code is answered {reply.status}")
    return (
        f'wrk.method = "POST"\nwrk.path = {json.dumps(address)}\nwrk.body = {json.dumps(body)}\n'
        f'wrk.headers["cookie"] = {json.dumps(cookie)}\nwrk.headers["content-type"] = "application/x-www-form-urlencoded"\n'
    )


async def _create(place):
    place.creations += 1
    # A Lua expression: its string has thread and number of the request in the middle.
    body = (
        f"""'{{"external_id":"made-{place.run}-{place.creations}-' .. number .. '-' .. n .. '","friendly_name":"Visits","""
        """"question":"Which word?","answer":"harbour lantern"}'"""
    )
    return (
        f'wrk.method = "POST"\nwrk.headers["authorization"] = "Bearer {place.key}"\n'
        'wrk.headers["content-type"] = "application/json"\nlocal n = 0\n'
        f'function request()\n  n = n + 1\n  return wrk.format(nil, "/api/v1/connect-requests", nil, {body})\nend\n'
    )


async def _by_external_id(place):
    return (
        _get("/", place.key)
        + "function request()\n  local n = math.random(%d)\n" % place.rows
        + '  return wrk.format(nil, "/api/v1/connect-requests/old-" .. n)\nend\n'
    )


def _api(path):
    async def prepare(place):
        return _get("/api/v1" + path, place.key)

    return prepare


async def _code_page(_):
    return _get("/connect")


async def _nothing_new(place):
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _get(f"/api/v1/authorized-connect-requests?since={now}", place.key)


async def _classic_list(place):
    body = await prepared_list(place)
    return (
        f'wrk.method = "POST"\nwrk.path = "/platform/wildcat.ashx"\nwrk.body = {json.dumps(body)}\n'
        'wrk.headers["content-type"] = "text/xml"\n'
    )


async def _events_end(place):
    """From the end of the log, as an app that has read it all."""
    cursor = await place.end_of_log(Clinic(lambda: place.nodes[0].address, place.key))
    return _get("/api/v1/events?cursor=" + urllib.parse.quote(cursor), place.key)


LOADS = (
    Load("code page", _code_page, 64),
    Load("wrong code", _wrong_code, 64, True),
    Load("create", _create),
    Load("poll, nothing new", _nothing_new),
    Load("poll, first page of all", _api("/authorized-connect-requests?limit=100")),
    Load("request by external ID", _by_external_id),
    Load("list, first page", _api("/connect-requests?limit=100")),
    Load("list of locked, first 40", _api("/connect-requests?status=locked&limit=40")),
    Load("list of pending, first page", _api("/connect-requests?status=pending&limit=100")),
    Load("events, first page", _api("/events?limit=100")),
    Load("events, nothing new", _events_end),
    Load("classic list, nothing new", _classic_list),
)


async def wrk(load, place, seconds):
    """Runs a load, and gives what came of it."""
    if not shutil.which("wrk"):
        raise CannotRun("wrk is not installed (Debian: apt-get install wrk)")
    script = place.home / "load.lua"
    script.write_text(_LUA % ", ".join(str(node.address[1]) for node in place.nodes) + await load.prepare(place))
    threads = 2 if len(place.nodes) == 1 else len(place.nodes)
    before = place.cpu_seconds()
    process = await asyncio.create_subprocess_exec(
        "wrk", f"-t{threads}", f"-c{max(load.connections, threads)}", f"-d{seconds}s", "--timeout", "20s", "-s", str(script),
        "http://127.0.0.1:%d" % place.nodes[0].address[1], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )
    said = (await process.communicate())[0].decode()
    line = next((line[5:] for line in said.splitlines() if line.startswith("JSON ")), None)
    if line is None:
        raise AssertionError(f"wrk: {said[-400:]}")
    found = json.loads(line)
    after = place.cpu_seconds()
    done = max(found["requests"], 1)
    if found["broken"] or found["refused"] != (found["requests"] if load.refused else 0):
        raise AssertionError(f"{load.name} ({place.name}): {found}")
    return {
        "per_s": found["requests"] / (found["micros"] / 1e6),
        "p50_ms": found["p50_ms"],
        "p99_ms": found["p99_ms"],
        "node_us": (after[0] - before[0]) * 1e6 / done,
        "database_us": (after[1] - before[1]) * 1e6 / done,
    }


async def journeys(place, seconds, at_once=16):
    """Whole journeys, from the creation of the request by the app to the page of success, three of four in a browser of an
    account that is signed in already. What is told is for a journey."""
    ledger, took = Ledger(), []
    clinic = Clinic(lambda: random.choice(place.nodes).address, place.key)
    stage = Walked(place, ledger, clinic)
    crowd, until = Crowd(stage, 0), time.monotonic() + seconds
    before, began = place.cpu_seconds(), time.monotonic()

    async def lane(number):
        walked = 0
        while time.monotonic() < until:
            if walked % 4 == 0:
                patient = crowd.newcomer(f"{place.walked}.{number}.{walked}")
            start = time.monotonic()
            await crowd.one(patient, stage.next_letter(), Plan([], True, "allow", ("medicines",)))
            took.append(time.monotonic() - start)
            walked += 1

    place.walked += 1
    await asyncio.gather(*(lane(number) for number in range(at_once)))
    elapsed, after = time.monotonic() - began, place.cpu_seconds()
    if ledger.violations or ledger.lost or ledger.come_back:
        raise AssertionError(f"journeys ({place.name}): {ledger.violations[:3]}, {ledger.lost} lost, {ledger.come_back} told to come back")
    took.sort()
    return {
        "per_s": len(took) / elapsed,
        "p50_ms": took[len(took) // 2] * 1000,
        "p99_ms": took[int(len(took) * 0.99)] * 1000,
        "node_us": (after[0] - before[0]) * 1e6 / len(took),
        "database_us": (after[1] - before[1]) * 1e6 / len(took),
    }


class Walked:
    """What a crowd asks of a stage."""

    patience = 60.0

    def __init__(self, place, ledger, clinic):
        self.name, self.nodes, self.ledger, self.clinic = f"{place.database}.{place.run}", place.nodes, ledger, clinic
        self.place, self.rng = place, random.Random()

    def next_letter(self):
        self.place.letters += 1
        return f"walked-{self.place.run}-{self.place.letters}"

    async def write_letter(self, external_id):
        code = await self.clinic.create(external_id, "Which word did we agree on at the desk?", f"Harbour {external_id} lantern")
        return self.ledger.letters.setdefault(external_id, Letter(external_id, code, f"Harbour {external_id} lantern"))
