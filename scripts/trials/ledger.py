"""What the drivers keep of what they did: sent, acknowledged, or unknown because the answer was lost.

Independent of the program: nothing here is read from it but the answers to what was sent.
"""

from dataclasses import dataclass, field


@dataclass
class Decision:
    """One thing that a patient decided in one journey: `allow`, `decline`, `report` or `disconnect`."""

    kind: str
    rules: tuple = ()
    #: How often the form was sent. More than once only where an answer was lost or said "come back later".
    sent: int = 0
    #: In how many journeys it may have been sent.
    journeys: int = 1
    acknowledged: bool = False


@dataclass
class Letter:
    """One connect request and all that happened to it."""

    external_id: str
    code: str
    answer: str
    person: str = ""
    decisions: list = field(default_factory=list)
    #: Each value that was sent as an answer: `wrong`, `right`, `refused`, or `unknown`.
    answers: dict = field(default_factory=dict)
    #: How often a right answer was sent: each may give the chances back.
    right_sent: int = 0
    #: Distinct wrong values that a page said to be wrong.
    said_wrong: int = 0
    locked_seen: bool = False
    abandoned: str = ""

    def decided(self, kind):
        """The decisions of a kind."""
        return [decision for decision in self.decisions if decision.kind == kind]


class Ledger:
    """All letters of a stage, and what was noticed on the way."""

    def __init__(self):
        self.letters, self.violations, self.statuses, self.pages = {}, [], {}, 0
        self.lost = self.unreached = self.come_back = 0
        self.slowest = 0.0

    def violated(self, what):
        """Something that must never be was seen."""
        self.violations.append(what)

    def saw(self, page):
        """Counts an answer to a patient."""
        self.pages += 1
        self.slowest = max(self.slowest, page.seconds)
        self.statuses[page.status] = self.statuses.get(page.status, 0) + 1
        if page.status in (429, 503):
            self.come_back += 1
        elif page.status >= 500:
            self.violated(f"{page.status} at {page.path.split('?')[0]} ({page.name})")
