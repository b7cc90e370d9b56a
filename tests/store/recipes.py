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
    Cancelled,
    Certainty,
    Coverage,
    Decision,
    Family,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    Mode,
    Part,
    Rating,
    ReasonKind,
    ReviewText,
    Section,
    Sign,
    Strength,
)
from interview_coach.domain.outcome import OutcomeDraft, ReasonDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import templates
from interview_coach.store.stamps import utc_text
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


_SEALED = "SELECT interview_id FROM review WHERE sealed_at IS NOT NULL AND trashed_at IS NULL"


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
        opened = "1" if self.dares() else f"id NOT IN ({_SEALED})"
        return self.key("interview", f"{opened} AND {where}")

    def sealed(self) -> str | None:
        """An interview whose review is sealed."""
        return self.key("interview", f"id IN ({_SEALED})")

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


# --- interviews and opportunities ---------------------------------------------------------------


@recipe("add_interview")
def _add_interview(hand: Hand) -> Call:
    return Call((hand.interview(),), {"checklist": hand.yes()})


@recipe("edit_interview")
def _edit_interview(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.interview())


@recipe("reschedule_interview")
def _reschedule(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.start(), hand.one(ZONES), None, hand.one((30, 60)))


@recipe("call_off_interview")
def _call_off(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.one(tuple(Cancelled)))


@recipe("mark_not_held", "delete_interview")
def _interview(hand: Hand, _label: str) -> Call | None:
    return on(hand.key("interview"))


@recipe("restore_interview")
def _restore_interview(hand: Hand) -> Call | None:
    return on(hand.key("interview", "called_off_by IS NOT NULL OR not_held"))


@recipe("set_interview_notes")
def _notes(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.text())


@recipe("jot")
def _jot(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.one(LINES))


@recipe("add_opportunity")
def _add_opportunity(hand: Hand) -> Call:
    return Call((hand.opportunity(),))


@recipe("edit_opportunity")
def _edit_opportunity(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), hand.opportunity())


@recipe("archive_opportunity", "unarchive_opportunity", "delete_opportunity")
def _opportunity(hand: Hand, label: str) -> Call | None:
    archived = "archived_at IS NOT NULL" if label == "unarchive_opportunity" else "1"
    return on(hand.key("opportunity", archived))


@recipe("add_requirement")
def _add_requirement(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), hand.one(LINES), hand.line(), hand.one(tuple(Strength)))


@recipe("edit_requirement")
def _edit_requirement(hand: Hand) -> Call | None:
    return on(hand.key("requirement"), hand.one(LINES), hand.line(), hand.one(tuple(Strength)))


# --- preparation --------------------------------------------------------------------------------


@recipe("add_prep_item")
def _add_item(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.prep())


@recipe("edit_prep_item")
def _edit_item(hand: Hand) -> Call | None:
    return on(hand.key("prep_item"), hand.prep())


@recipe("tick_prep_item")
def _tick_item(hand: Hand) -> Call | None:
    return on(hand.key("prep_item"), done=hand.yes())


@recipe("move_prep_item")
def _move_item(hand: Hand) -> Call | None:
    about = hand.one((None, *About))
    return on(hand.key("prep_item"), hand.one(tuple(Section)), about, hand.choose(30))


@recipe("apply_template")
def _apply_template(hand: Hand) -> Call | None:
    items = templates.for_kind(hand.one(tuple(InterviewKind))).items
    return on(hand.key("interview"), items[: hand.choose(5) + 1])


@recipe("copy_points")
def _copy_points(hand: Hand) -> Call | None:
    target, point = hand.key("interview"), hand.key("prep_item")
    return on(target, [point]) if point else None


@recipe(
    "delete_prep_item", "note_rehearsal", "delete_requirement", "delete_lesson",
    "delete_outcome", "delete_reason", "delete_remark",
)  # fmt: skip
def _row(hand: Hand, label: str) -> Call | None:
    table = "prep_item" if label == "note_rehearsal" else label.removeprefix("delete_")
    return on(hand.key(table))


@recipe("close_lesson")
def _close_lesson(hand: Hand) -> Call | None:
    where = hand.one(("", hand.key("interview") or ""))
    return on(hand.key("lesson"), hand.one(tuple(LessonState)), where)


@recipe("phrase_lesson")
def _phrase_lesson(hand: Hand) -> Call | None:
    return on(hand.key("lesson"), hand.one(LINES), hand.line(), hand.line())


# --- reviews ------------------------------------------------------------------------------------


@recipe("set_felt")
def _felt(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one((None, *Felt)))


@recipe("finish_recall")
def _recall(hand: Hand) -> Call | None:
    return on(hand.opened(), finished=hand.yes())


@recipe("rate_review")
def _rate_review(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one(tuple(Rating)), hand.one((None, 1, 5)))


@recipe("write_review")
def _write_review(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one(tuple(ReviewText)), hand.text())


@recipe("set_forecast")
def _forecast(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one((None, 0, 70, 100)))


@recipe("set_promised")
def _promised(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one((None, hand.day())))


@recipe("add_asked", "add_signal")
def _add_line(hand: Hand, _label: str) -> Call | None:
    return on(hand.opened(), hand.one(LINES))


@recipe("edit_asked", "edit_signal")
def _edit_line(hand: Hand, label: str) -> Call | None:
    return on(hand.of_open_review(label.removeprefix("edit_")), hand.one(LINES))


@recipe("delete_asked", "delete_signal")
def _delete_line(hand: Hand, label: str) -> Call | None:
    return on(hand.of_open_review(label.removeprefix("delete_")))


@recipe("rate_asked")
def _rate_asked(hand: Hand) -> Call | None:
    return on(hand.of_open_review("asked"), hand.one((None, 1, 3, 5)))


@recipe("set_next_time")
def _next_time(hand: Hand) -> Call | None:
    return on(hand.of_open_review("asked"), hand.line())


@recipe("cover_item")
def _cover_item(hand: Hand) -> Call | None:
    interview = hand.opened("id IN (SELECT interview_id FROM prep_item WHERE trashed_at IS NULL)")
    item = hand.key("prep_item", "interview_id = ?", interview)
    return Call((interview, item, hand.one((None, *Coverage)))) if item else None


@recipe("seal_review")
def _seal(hand: Hand) -> Call | None:
    return on(
        hand.key(
            "interview",
            "id IN (SELECT interview_id FROM review WHERE sealed_at IS NULL AND trashed_at IS NULL "
            "AND (felt IS NOT NULL OR forecast IS NOT NULL)) AND start_at < ?",
            utc_text(hand.store.clock()),
        )
    )


@recipe("add_remark")
def _add_remark(hand: Hand) -> Call | None:
    return on(hand.sealed(), hand.one(TEXTS))


# --- outcomes -----------------------------------------------------------------------------------


@recipe("record_outcome")
def _record_outcome(hand: Hand) -> Call | None:
    opportunity = hand.key("opportunity")
    held = hand.key("interview", "opportunity_id = ?", opportunity)
    return on(opportunity, hand.outcome(hand.one((None, held))))


@recipe("edit_outcome")
def _edit_outcome(hand: Hand) -> Call | None:
    return on(hand.key("outcome"), hand.outcome(None))


@recipe("answer_offer")
def _answer(hand: Hand) -> Call | None:
    return on(hand.key("outcome", "decision = 'offer'"), hand.one(tuple(Answer)))


@recipe("note_words")
def _words(hand: Hand) -> Call | None:
    return on(hand.key("outcome"), hand.text())


@recipe("weigh_reason")
def _weigh(hand: Hand) -> Call | None:
    draft = ReasonDraft(
        family=hand.one(tuple(Family)),
        what=hand.one(tuple(ReasonKind)),
        text=hand.one(LINES),
        sign=hand.one(tuple(Sign)),
        certainty=hand.one(tuple(Certainty)),
        evidence=hand.text(),
    )
    return on(hand.key("outcome"), draft)


@recipe("carry_on")
def _carry_on(hand: Hand) -> Call | None:
    outcome, interview = hand.key("outcome"), hand.key("interview")
    if outcome is None or interview is None:
        return None
    choices = [
        (hand.one(LINES), hand.one(tuple(LessonFamily)), "debrief") for _ in range(hand.choose(3))
    ]
    target = hand.one(("", hand.key("interview") or ""))
    return Call((outcome, interview, choices, target), {"dropped": [hand.one(LINES)]})


# --- the rest -----------------------------------------------------------------------------------


@recipe("set_setting")
def _setting(hand: Hand) -> Call:
    return Call((hand.one(("theme", "name")), hand.text()))


@recipe("restore_batch")
def _restore(hand: Hand) -> Call | None:
    rows = hand.store._raw_reader.execute(
        "SELECT DISTINCT trash_batch FROM (SELECT trash_batch FROM interview UNION ALL "
        "SELECT trash_batch FROM prep_item UNION ALL SELECT trash_batch FROM opportunity UNION ALL "
        "SELECT trash_batch FROM outcome UNION ALL SELECT trash_batch FROM lesson UNION ALL "
        "SELECT trash_batch FROM asked UNION ALL SELECT trash_batch FROM reason) "
        "WHERE trash_batch IS NOT NULL ORDER BY 1"
    ).fetchall()
    return Call((hand.one(rows)[0],)) if rows else None


@recipe("empty_trash")
def _empty_trash(hand: Hand) -> Call:
    return Call()


@recipe("load_sample")
def _load_sample(hand: Hand) -> Call | None:
    if hand.key("opportunity"):
        return None  # only ever done in an empty store
    return Call((hand.store.clock().date(),))
