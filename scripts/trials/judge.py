"""Holds what the portal says against what the drivers know: nothing acknowledged is lost, nothing is invented."""

import asyncio
from collections import defaultdict
from datetime import datetime

from .browser import Browser
from .http import Lost, Unreached

ALLOWED = 3
_GRANTS = ("authorized", "reauthorized", "record_added")
_EVENT_OF = {"allow": _GRANTS, "decline": ("declined",), "report": ("reported",), "disconnect": ("disconnected",)}


class Judge:
    """Judges one stage. `findings` are what must not be, `counts` what was looked at."""

    def __init__(self, ledger, clinic, poller, stored_attempts):
        self.ledger, self.clinic, self.poller, self.stored_attempts = ledger, clinic, poller, stored_attempts
        self.findings = {kind: [] for kind in ("lost", "invented", "fourth check", "events", "answers")}
        self.counts = defaultdict(int)

    def find(self, kind, what):
        """Writes down what must not be."""
        self.findings[kind].append(what)

    async def judge(self):
        """Everything, after the portal has come to rest."""
        events = await self._settled_events()
        await self.poller.stop(events[-1]["seq"] if events else 0)
        self._log(events)
        by_letter = defaultdict(list)
        for event in events:
            by_letter[event["external_id"]].append(event)
        listed, _ = await self.clinic.list_since(None)
        standing = {(item["external_id"], item["record_id"]): item for item in listed}
        self._people(by_letter)
        for letter in self.ledger.letters.values():
            told = by_letter.pop(letter.external_id, [])
            self._decisions(letter, told)
            self._chances(letter, told)
            await self._grants(letter, told, standing)
            await self._status(letter, told)
        for external_id in by_letter:
            self.find("invented", f"events of {external_id}, which was never created")
        self._attempts_stored()
        await self._locked_stay_locked()
        for kind, known in (("answers", self.ledger.violations), ("answers", self.clinic.unexpected),
                            ("events", self.poller.faults)):
            self.findings[kind] += known
        return self

    async def _settled_events(self):
        """The log once every lock is told. That alone may come later: where a check was charged and the program ended, or its
        database went away, before it was settled, a job tells it when no check can be under way any more (a minute)."""
        for _ in range(130):
            events = await self.clinic.all_events()
            locked = {event["external_id"] for event in events if event["type"] == "locked"}
            untold = [letter for letter in self.ledger.letters.values()
                      if letter.locked_seen and letter.external_id not in locked]
            if not untold:
                break
            await asyncio.sleep(1)
        else:
            for letter in untold:
                self.find("lost", f"{letter.external_id}: its page said locked, and after two minutes the log does not")
        return events

    def _log(self, events):
        """Numbers without a gap, times that never go back, and the very events that the poller read on the way."""
        self.counts["events"] += len(events)
        for place, event in enumerate(events, 1):
            if event["seq"] != place:
                self.find("events", f"number {event['seq']} stands at place {place}")
                break
        for one, next_one in zip(events, events[1:]):
            # As times: their fractions have as many digits as they need, so as texts they do not compare.
            if datetime.fromisoformat(next_one["at"]) < datetime.fromisoformat(one["at"]):
                self.find("events", f"number {next_one['seq']} is older than the one before it")
        read = self.poller.events
        if read != events[: len(read)]:
            differs = next(i for i, (a, b) in enumerate(zip(read, events)) if a != b) if len(read) <= len(events) else -1
            self.find("events", f"what was read on the way differs from the log at place {differs + 1}")
        if len(read) < len(events):
            self.find("events", f"the poller saw {len(read)} of {len(events)} events")

    def _people(self, by_letter):
        """An account is one person to the app, and no two accounts are the same."""
        person_of, account_of = {}, {}
        for letter in self.ledger.letters.values():
            for event in by_letter.get(letter.external_id, ()):
                person = event.get("person_id")
                if person is None:
                    continue
                if person_of.setdefault(letter.person, person) != person:
                    self.find("invented", f"{letter.person} is two persons to the app")
                if account_of.setdefault(person, letter.person) != letter.person:
                    self.find("invented", f"{letter.person} and {account_of[person]} are one person to the app")

    def _decisions(self, letter, told):
        for kind, names in _EVENT_OF.items():
            decisions = letter.decided(kind)
            acknowledged = sum(decision.acknowledged for decision in decisions)
            possible = sum(decision.journeys for decision in decisions if decision.sent)
            seen = sum(event["type"] in names for event in told)
            self.counts[f"{kind} acknowledged"] += acknowledged
            self.counts[f"{kind} unknown"] += sum(d.sent > 0 and not d.acknowledged for d in decisions)
            if seen < acknowledged:
                self.find("lost", f"{letter.external_id}: {acknowledged} times {kind} acknowledged, {seen} in the log")
            if seen > possible:
                self.find("invented", f"{letter.external_id}: {possible} times {kind} sent, {seen} in the log")
        if sum(event["type"] == "opened" for event in told) > 1:
            self.find("events", f"{letter.external_id}: told twice that it was opened")

    def _chances(self, letter, told):
        """At most three wrong ones in a row; a lock is told once."""
        wrong = [event["attempts_left"] for event in told if event["type"] == "wrong_answer"]
        locked = sum(event["type"] == "locked" for event in told)
        self.counts["wrong answers"] += len(wrong)
        self.counts["locked"] += locked
        rounds = 1 + letter.right_sent
        if len(wrong) > ALLOWED * rounds or (not letter.right_sent and sorted(wrong, reverse=True) != wrong):
            self.find("fourth check", f"{letter.external_id}: chances left after each wrong answer: {wrong}")
        if not letter.right_sent and letter.said_wrong > ALLOWED:
            self.find("fourth check", f"{letter.external_id}: {letter.said_wrong} values were called wrong")
        if len(wrong) < letter.said_wrong:
            self.find("lost", f"{letter.external_id}: {letter.said_wrong} wrong answers shown, {len(wrong)} in the log")
        if locked > rounds or locked < letter.locked_seen:
            self.find("events", f"{letter.external_id}: locked {locked} times in the log")

    async def _grants(self, letter, told, standing):
        """Each authorization is listed, stands with the very rules that she ticked, and no other does."""
        ended = sum(event["type"] == "disconnected" for event in told)
        rules = {tuple(sorted(("visits", *d.rules))) for d in letter.decided("allow") if d.sent}
        for event in told:
            if event["type"] not in _GRANTS:
                continue
            key = (letter.external_id, event["record_id"])
            found = await self.clinic.authorization(event["person_id"], event["record_id"])
            self.counts["authorizations asked for"] += 1
            if not found.get("active"):
                if not ended:
                    self.find("lost", f"{letter.external_id}: the authorization does not stand")
                continue
            have = tuple(sorted(rule if isinstance(rule, str) else rule["name"] for rule in found["rules"]))
            if have not in rules:
                self.find("invented", f"{letter.external_id}: rules {have}, ticked were {sorted(rules)}")
            if key not in standing:
                self.find("lost", f"{letter.external_id}: authorized and not in the list")
            if key not in self.poller.listed:
                self.find("events", f"{letter.external_id}: authorized, and missed by who lists since the last time")

    async def _status(self, letter, told):
        kinds = {event["type"] for event in told}
        expected = ("authorized" if kinds & set(_GRANTS) else "frozen" if "reported" in kinds
                    else "locked" if "locked" in kinds else "pending")
        status = (await self.clinic.request(letter.external_id)).get("status")
        self.counts["requests asked for"] += 1
        if status != expected:
            self.find("lost", f"{letter.external_id} is {status}, and its log says {expected}")

    def _attempts_stored(self):
        """What is stored of tries: a value that was checked has a row there, whether or not anybody was told."""
        for external_id, tried, allowed in self.stored_attempts():
            self.counts["codes whose stored tries were counted"] += 1
            if tried > allowed:
                self.find("fourth check", f"{external_id}: {tried} values were charged, {allowed} allowed")

    async def _locked_stay_locked(self):
        """The right answer opens no locked code: its page takes none."""
        locked = [letter for letter in self.ledger.letters.values() if letter.locked_seen][:20]
        for letter in locked:
            browser = Browser(self.clinic.pick)
            try:
                page = await browser.open(f"/connect?packageid={letter.code}")
            except (Lost, Unreached) as error:
                self.find("answers", f"{letter.external_id}: a locked code's page: {error}")
                continue
            self.counts["locked codes tried again"] += 1
            if (page.name, page.status) != ("locked", 410):
                self.find("fourth check", f"{letter.external_id}: locked, and shows {page.name} ({page.status})")
