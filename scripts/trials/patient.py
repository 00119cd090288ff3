"""A patient with a letter. She acts upon the page that stands in front of her, and tries again as people do."""

import asyncio
import random
import re
import time
from dataclasses import dataclass, field

from .browser import Browser, Page
from .http import Lost, Unreached
from .ledger import Decision

PASSWORD = "violet harbour tuesday lantern"
#: Pages after which there is nothing more to do in a journey.
_ENDS = ("success", "declined", "locked", "frozen", "withdrawn", "expired")


@dataclass
class Plan:
    """What she is about to do."""

    wrong: list = field(default_factory=list)
    right: bool = True
    decision: str = "allow"
    rules: tuple = ()
    then_disconnect: bool = False


class Patient:
    """One person with one browser. `patience` is how long she tries, in seconds."""

    def __init__(self, browser, ledger, email, has_account, patience=90.0):
        self.browser, self.ledger, self.email, self.has_account = browser, ledger, email, has_account
        self.patience, self._until, self._start, self._here = patience, 0.0, "", ""
        #: The pages that she saw in this journey.
        self.trail = []

    # ------------------------------------------------------------------------------------ trying again

    async def _persist(self, attempt, again):
        """Does something until there is a page that is not "come back later". `again` is done after each failure."""
        while True:
            try:
                page = await attempt()
                self.ledger.saw(page)
                self.trail.append(f"{page.name} {page.status}")
                if page.status not in (403, 429) and page.status < 500:
                    return page
                pause = 0.3
            except Lost:
                self.ledger.lost += 1
                pause = 0.1
            except Unreached:
                self.ledger.unreached += 1
                pause = 0.2
            if time.monotonic() > self._until:
                raise TimeoutError("her patience ended")
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            attempt = again

    async def _open(self, path):
        self._here = path
        return await self._persist(self._look, self._look)

    async def _look(self):
        """The page that she is at, loaded again."""
        return await self.browser.open(self._here)

    async def _submit(self, page, action, fields, acknowledged=None):
        """Sends a form once. Where no answer says what came of it she loads the page anew, and does not send it again."""
        self._here = page.path

        async def send():
            try:
                address, reply = await self.browser.submit_only(page, action, fields)
            except LookupError:
                return await self._look()
            location = reply.header("location")
            if acknowledged and reply.status in (303, 410, 422):
                acknowledged(Page(address, reply), location)
            if reply.status == 303:
                self._here = location
            return await self.browser.follow(address, reply)

        return await self._persist(send, self._look)

    # ------------------------------------------------------------------------------------- one journey

    async def journey(self, letter, plan):
        """From her letter to the end of the plan. Gives the name of the last page."""
        self._until = time.monotonic() + self.patience
        self._start = f"/connect?packageid={letter.code}"
        self._wrong, self.trail = list(plan.wrong), []
        decision = Decision(plan.decision, plan.rules)
        letter.decisions.append(decision)
        letter.person = self.email
        page = await self._open(self._start)
        for _ in range(60):
            if page.name in _ENDS:
                self._ended(letter, decision, page)
                if page.name == "success" and plan.then_disconnect:
                    await self._disconnect(letter)
                return page.name
            page = await self._act(page, letter, plan, decision)
        raise TimeoutError(f"sixty pages and no end, the last at {page.path}: {', '.join(self.trail[:20])}")

    async def _act(self, page, letter, plan, decision):
        if page.name == "question":
            if plan.decision == "report":
                return await self._report(page, decision)
            return await self._answer(page, letter, plan)
        if page.name == "sign-in":
            return await self._sign_in(page)
        if page.name == "create-account":
            return await self._create_account(page)
        if page.name == "record":
            fields = [("record", "new"), ("new_record_name", f"Record of {letter.external_id} {len(letter.decisions)}")]
            return await self._submit(page, "/connect/record", fields)
        if page.name == "authorize":
            return await self._decide(page, plan, decision)
        # Out of the way: the letter again, which may begin another journey, and another decision with it.
        decision.journeys += decision.sent > 0
        return await self._open(self._start)

    def _ended(self, letter, decision, page):
        if page.name == "locked":
            letter.locked_seen = True
        shown = {"success": "allow", "declined": "decline", "frozen": "report"}.get(page.name)
        if shown == decision.kind:
            # The page itself says that it was done, also where the answer to the form was lost.
            decision.acknowledged = True
            if not decision.sent:
                self.ledger.violated(f"{letter.external_id}: page {page.name} before anything was sent")

    async def _answer(self, page, letter, plan):
        value = self._wrong[0] if self._wrong else letter.answer
        right = not self._wrong
        letter.answers.setdefault(value, "unknown")
        letter.right_sent += right

        def acknowledged(shown, location):
            if shown.status == 303 and right:
                letter.answers[value] = "right"
            elif shown.status == 303:
                if "/connect/question" not in location and not location.startswith("/connect?"):
                    self.ledger.violated(f"{letter.external_id}: a wrong answer led to {location}")
            elif shown.name == "question" and not right:
                letter.said_wrong += letter.answers[value] != "wrong"
                letter.answers[value] = "wrong"
                self._wrong.remove(value)
            elif shown.name == "question" and right:
                self.ledger.violated(f"{letter.external_id}: the right answer was called wrong")
            else:
                letter.answers[value] = "refused"

        return await self._submit(page, "/connect/question", [("answer", value)], acknowledged)

    async def _sign_in(self, page):
        # 422: there is no such account after all; what she sent to make it was lost.
        if not self.has_account or page.status == 422:
            found = re.search(r'href="(/create-account[^"]*)"', page.text)
            return await self._open(found[1] if found else self._start)
        return await self._submit(page, "/sign-in", [("email", self.email), ("password", PASSWORD)])

    async def _create_account(self, page):
        # 422: there is one already; only the answer that said so was lost.
        if page.status == 422:
            self.has_account = True
            return await self._open(page.path.replace("/create-account", "/sign-in"))
        fields = [("name", "Pat Example"), ("email", self.email), ("password", PASSWORD)]
        after = await self._submit(page, "/create-account", fields)
        self.has_account = self.has_account or after.name not in ("create-account", "sign-in")
        return after

    async def _decide(self, page, plan, decision):
        fields = [("rule", rule) for rule in plan.rules] + [("decision", plan.decision)]
        decision.sent += 1

        def acknowledged(shown, location):
            led = {"allow": "/connect/success", "decline": "/connect/declined"}[plan.decision]
            if shown.status == 303 and location.split("?")[0] == led:
                decision.acknowledged = True

        return await self._submit(page, "/connect/authorize", fields, acknowledged)

    async def _report(self, page, decision):
        page = await self._open(re.search(r'href="(/connect/report[^"]*)"', page.text)[1])
        if page.name != "report":
            return page
        decision.sent += 1
        return await self._submit(page, "/connect/report", [])

    # --------------------------------------------------------------------------------------- afterwards

    async def _disconnect(self, letter):
        """Ends the newest connection of this letter's record, and looks whether it is ended."""
        decision = Decision("disconnect")
        letter.decisions.append(decision)
        name = re.escape(f"Record of {letter.external_id} ")
        for _ in range(20):
            page = await self._open("/connections")
            if page.name == "sign-in":
                await self._submit(page, "/sign-in", [("email", self.email), ("password", PASSWORD)])
                continue
            found = re.search(rf'<bdi>{name}.*?(?:href="(/connections/[0-9a-f-]+/disconnect)"|</section>)', page.text, re.S)
            if found and not found[1]:
                decision.acknowledged = True
                return
            if not found:
                continue
            page = await self._open(found[1])
            if page.name == "disconnect":
                decision.sent += 1
                await self._submit(page, found[1], [])
        raise TimeoutError("her record is not among her connections, or stays connected")


def at_random(rng, locking=True):
    """A plan such as patients have."""
    wrong = [f"not this {rng.randrange(10**9)}" for _ in range(rng.choices([0, 1, 2], [70, 20, 10])[0])]
    rules = ("medicines",) if rng.random() < 0.5 else ()
    drawn = rng.random()
    if drawn < 0.08 and locking:
        return Plan([f"never this {rng.randrange(10**9)}" for _ in range(4)], False)
    if drawn < 0.16:
        return Plan(wrong, True, "decline")
    if drawn < 0.20:
        return Plan([], True, "report")
    return Plan(wrong, True, "allow", rules, drawn < 0.30)


def new_browser(nodes, rng):
    """A browser that meets any node with each request, at an address of its own."""
    address = f"10.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(1, 255)}"
    return Browser(lambda: rng.choice(nodes).address, address)
