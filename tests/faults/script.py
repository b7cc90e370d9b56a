"""The scripted session: a person's deeds in a fixed order, done through the store as the window does them.

Every deed of the program has a recipe (tests/store/recipes) and so comes up here. A step's chances, keys and
time depend on its number alone, so that a run without faults tells what the store holds after each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from types import SimpleNamespace

from interview_coach.domain.incoming import Refused
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import backup, stamps
from interview_coach.store.deeds import DEEDS
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from tests.faults.forks import Line
from tests.store.dumps import learn_all
from tests.store.recipes import RECIPES, Hand
from tests.stores import NOW, Clock

learn_all()
LABELS = sorted(set(DEEDS) - {"load_sample"})
# A step with a number from here on is an import of a document.
IMPORT = 10_000
# How often a step is something else than a deed.
UNDO, REDO, SCRIBBLE, REST, BACKUP, REOPEN = 0.12, 0.06, 0.12, 0.04, 0.02, 0.02
SOME_WORDS = [
    "what",
    "one",
    "says",
    "when",
    "asked",
    "about",
    "a",
    "failure",
    "and",
    "what",
    "was",
    "learnt",
    "from",
    "it",
]
# Refusals that have nothing to do with a fault: the deed does not fit what is in the store.
ORDINARY = frozenset({"missing", "nothing_to_undo", "not_empty"})


class Over(Exception):
    """The program said why it could not start again; the session is over."""


class Session:
    """One run of the program on a folder, step by step."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.seed = seed
        self.clock = Clock()
        self.store = Store(open_store(folder), self.clock)

    def step(self, number: int) -> str:
        """Do a step; what it was. Raises `Invalid` or `Trouble` when it was refused."""
        chance = self.steady(number)
        if number >= IMPORT:
            self.store.back_up_if_changed(backup.BEFORE_IMPORT)
            return self.deed(chance, ["import_document"])
        sort = chance.random()
        for what, often in (
            (self.undo, UNDO),
            (self.redo, REDO),
            (self.scribble, SCRIBBLE),
            (self.rest, REST),
            (self.back_up, BACKUP),
            (self.reopen, REOPEN),
        ):
            if sort < often:
                return what(chance)
            sort -= often
        return self.deed(chance)

    def steady(self, number: int) -> Random:
        """Fix time and keys for a step; its chances."""
        self.clock.now = NOW
        self.clock.forward(minutes=number)
        nanoseconds = int(self.clock.now.timestamp()) * 1_000_000_000
        keys = Random(f"{self.seed} keys {number}")
        vars(stamps).update(
            _last=0,
            time=SimpleNamespace(time_ns=lambda: nanoseconds),
            os=SimpleNamespace(urandom=keys.randbytes),
        )
        return Random(f"{self.seed} chances {number}")

    def deed(self, chance: Random, labels: Sequence[str] = LABELS) -> str:
        """Some deed that there is something for."""
        while True:
            label = chance.choice(labels)
            try:
                call = RECIPES[label](Hand(self.store, chance.randrange))
            except Refused:  # what is in the store makes no document for this deed
                continue
            if call is not None:
                self.store.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
                return label

    def undo(self, _chance: Random) -> str:
        """Take the last step back."""
        self.store.undo()
        return "undo"

    def redo(self, _chance: Random) -> str:
        """Do it again."""
        self.store.redo()
        return "redo"

    def scribble(self, chance: Random) -> str:
        """Type: as scratch keeps it, sometimes much."""
        words = chance.choices(SOME_WORDS, k=chance.choice((3, 40, 2000)))
        self.store.scribble(f"notes:{chance.randrange(4)}", " ".join(words))
        return "scribble"

    def rest(self, _chance: Random) -> str:
        """An idle moment."""
        self.store.rest()
        return "rest"

    def back_up(self, _chance: Random) -> str:
        """A backup."""
        self.store.back_up()
        return "back_up"

    def reopen(self, _chance: Random | None = None) -> str:
        """Close the program and start it again."""
        self.store.close()
        try:
            self.store = Store(open_store(self.folder), self.clock)
        except Trouble as trouble:
            raise Over from trouble
        return "reopen"


def play(session: Session, numbers: Iterable[int], line: Line) -> None:
    """Do steps; each is said before it begins, and acknowledged once it is done or refused.

    Raises `Over` when the program could not start again.
    """
    for number in numbers:
        line.say("begun", number)
        try:
            label = session.step(number)
        except Invalid:
            line.say("refused", number)
        except Trouble as trouble:
            line.say("refused" if trouble.code in ORDINARY else "trouble", number, trouble.code)
        else:
            line.say("done", number, label)
