"""How a person's hand does each deed: a recipe per deed, which chooses from what is in the store.

`Hand.choose(n)` gives a number below n; a test makes it random, steady, or Hypothesis' choice. A
recipe gives what the deed is called with, or None when there is nothing in the store to do it to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from interview_coach.domain.interview import InterviewDraft, Interviewer, OpportunityDraft
from interview_coach.domain.kinds import (
    About,
    Answer,
    Decision,
    InterviewKind,
    Mode,
    Part,
    Section,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.store.store import Store

V = TypeVar("V")
TEXTS = (
    "Ask who decides",
    "café « naïve »",
    "面接の準備",
    'it\'s "quoted" -- %; DROP',
    "- first\n- second\n\nthird",
    "x" * 300,
    "emoji 🧭 and e\u0301",
)
LINES = tuple(text for text in TEXTS if "\n" not in text)
COMPANIES = ("Aurelia", "aurelia", "Nørdlys", "Ω Works")
TITLES = ("Engineer", "engineer", "Écrivain")
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata")
# Neighbours differ, so that nobody sits opposite twice; one person is written in two ways.
NAMES = ("Ada", "Björn", "ada", "Chidi")


SEALED = "SELECT interview_id FROM review WHERE sealed_at IS NOT NULL AND trashed_at IS NULL"


@dataclass(frozen=True)
class Call:
    """What a deed is called with."""

    args: tuple[Any, ...] = ()
    kwargs: dict[str, Any] | None = None


class Hand:
    """Chooses among what is in a store. A bold one now and then does what will be refused."""

    def __init__(self, store: Store, choose: Callable[[int], int], *, bold: bool = False) -> None:
        self.store = store
        self.choose = choose
        self.bold = bold

    def dares(self) -> bool:
        """Whether to try what a sealed review refuses."""
        return self.bold and self.choose(4) == 3

    def one(self, values: Sequence[V]) -> V:
        """One of several values."""
        return values[self.choose(len(values))]

    def yes(self) -> bool:
        """A coin."""
        return self.choose(2) == 1

    def text(self) -> str:
        """A text, or none."""
        return self.one(("", *TEXTS))

    def line(self) -> str:
        """A line, or none."""
        return self.one(("", *LINES))

    def day(self) -> date:
        """A day around now."""
        return (self.store.clock() + timedelta(days=self.choose(20) - 10)).date()

    def past(self) -> date:
        """A day before now."""
        return (self.store.clock() - timedelta(days=self.choose(20))).date()

    def key(self, table: str, where: str = "1", *args: object) -> str | None:
        """A row outside the trash, or None when there is none."""
        rows = self.store._raw_reader.execute(
            f"SELECT id FROM {table} WHERE trashed_at IS NULL AND {where} ORDER BY id", args
        ).fetchall()
        return str(self.one(rows)[0]) if rows else None

    def opened(self, where: str = "1") -> str | None:
        """An interview whose review is not sealed."""
        opened = "1" if self.dares() else f"id NOT IN ({SEALED})"
        return self.key("interview", f"{opened} AND {where}")

    def sealed(self) -> str | None:
        """An interview whose review is sealed."""
        return self.key("interview", f"id IN ({SEALED})")

    def of_open_review(self, table: str) -> str | None:
        """A row of a review that is not sealed."""
        opened = "review_id IN (SELECT id FROM review WHERE sealed_at IS NULL)"
        return self.key(table, "1" if self.dares() else opened)

    def start(self) -> datetime:
        """A wall-clock time around now, never skipped or repeated in the zones used."""
        hours = self.choose(60 * 24) - 30 * 24
        start = self.store.clock().replace(tzinfo=None, minute=0) + timedelta(hours=hours)
        return start.replace(hour=9 + start.hour % 9)

    def people(self) -> tuple[Interviewer, ...]:
        """Up to two interviewers."""
        parts, begin = (None, *Part), self.choose(len(NAMES))
        names = (NAMES * 2)[begin : begin + self.choose(3)]
        return tuple(Interviewer(name, self.one(parts), self.line()) for name in names)

    def interview(self) -> InterviewDraft:
        """A draft of a round."""
        return InterviewDraft(
            company=self.one(COMPANIES),
            title=self.one(TITLES),
            start=self.start(),
            zone=self.one(ZONES),
            kind=self.one(tuple(InterviewKind)),
            minutes=self.one((1, 45, 600)),
            mode=self.one(tuple(Mode)),
            place=self.line(),
            link=self.one(("", "https://meet.example.com/a")),
            interviewers=self.people(),
            posting_text=self.text(),
            notes=self.text(),
        )

    def opportunity(self) -> OpportunityDraft:
        """A draft of an opportunity."""
        return OpportunityDraft(
            company=self.one(COMPANIES),
            title=self.one(TITLES),
            posting_text=self.text(),
            pay=self.line(),
            notes=self.text(),
            sent_on=self.one((None, self.past())),
        )

    def prep(self) -> PrepDraft:
        """A draft of a prep item."""
        section = self.one(tuple(Section))
        return PrepDraft(section, self.one(LINES), self.text(), self.line(), self.one(tuple(About)))

    def outcome(self, interview: str | None) -> OutcomeDraft:
        """A draft of an outcome."""
        return OutcomeDraft(
            self.one(tuple(Decision)),
            self.past(),
            self.one((None, *Answer)),
            self.text(),
            interview,
        )


Recipe = Callable[[Hand], Call | None]
RECIPES: dict[str, Recipe] = {}


def recipe(*labels: str) -> Callable[[Callable[..., Call | None]], Callable[..., Call | None]]:
    """Register a recipe for deeds; one that serves several is also told which."""

    def register(make: Callable[..., Call | None]) -> Callable[..., Call | None]:
        for label in labels:
            if len(labels) == 1:
                RECIPES[label] = make
            else:
                RECIPES[label] = lambda hand, label=label: make(hand, label)  # type: ignore[misc]
        return make

    return register


def on(key: str | None, *args: Any, **kwargs: Any) -> Call | None:
    """A call on a row, if there is one."""
    return None if key is None else Call((key, *args), kwargs)
