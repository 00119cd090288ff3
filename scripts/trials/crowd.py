"""Many patients at once, each with letters of her own, and the clinic that writes them."""

import asyncio
import itertools
import random

from .clinic import GaveUp
from .patient import Patient, Plan, at_random, new_browser

class Crowd:
    """Patients who walk until `count` journeys have ended. `nodes` may be restarted and frozen meanwhile."""

    def __init__(self, stage, count, at_once=8, locking=True):
        self.stage, self.count, self.at_once, self.locking = stage, count, at_once, locking
        self.rng = random.Random(stage.rng.random())
        self.done, self._numbers, self.ended_on = 0, itertools.count(1), {}

    async def walk(self):
        """All journeys. Where they are many it says how far they are."""
        telling = asyncio.create_task(self._tell()) if self.count >= 100 else None
        try:
            await asyncio.gather(*(self._patients(lane) for lane in range(self.at_once)))
        finally:
            if telling:
                telling.cancel()

    async def _tell(self):
        while True:
            await asyncio.sleep(30)
            print(f"  {self.stage.name}: {self.done:,} of {self.count:,} journeys", flush=True)

    @property
    def over(self):
        """Whether all have ended."""
        return self.done >= self.count

    async def _patients(self, lane):
        patient = None
        while (number := next(self._numbers)) <= self.count:
            if patient is None or self.rng.random() < 0.3:
                patient = self.newcomer(f"{lane}.{number}")
            elif self.rng.random() < 0.3:
                # The same person, in a browser that does not know her.
                patient.browser = new_browser(self.stage.nodes, self.rng)
            await self.one(patient, self.stage.next_letter(), at_random(self.rng, self.locking))
            self.done += 1

    def newcomer(self, name):
        """Somebody without an account."""
        email = f"patient.{self.stage.name}.{name}@example.org".replace(" ", "-")
        browser = new_browser(self.stage.nodes, self.rng)
        return Patient(browser, self.stage.ledger, email, False, self.stage.patience)

    async def one(self, patient, external_id, plan: Plan):
        """One request, from its creation to the end of her journey with it. Gives the letter."""
        ledger = self.stage.ledger
        try:
            letter = await self.stage.write_letter(external_id)
        except (AssertionError, GaveUp) as error:
            ledger.violated(f"create: {error}")
            return None
        try:
            page = await patient.journey(letter, plan)
            self.ended_on[page] = self.ended_on.get(page, 0) + 1
        except (TimeoutError, LookupError) as error:
            letter.abandoned = str(error)
            ledger.violated(f"{external_id}: {error}")
        return letter
