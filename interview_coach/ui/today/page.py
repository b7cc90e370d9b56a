"""Owns the Today page. It is painted from a given `Today` before the store's machinery is loaded.

Nothing here may import the store at module level: deeds are imported where they are done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import LessonState, Topic
from interview_coach.domain.today import Today, Useful, Why
from interview_coach.ui import dates
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr
from interview_coach.ui.today import said
from interview_coach.ui.today.find import FindButton
from interview_coach.ui.today.next_up import NextUpCard
from interview_coach.ui.today.waiting import CarryCard, ReviewCard, WaitingCard
from interview_coach.ui.today.weeks import WeeksCard
from interview_coach.ui.widgets import (
    Columns,
    PageHeader,
    PrimaryButton,
    ScrollPage,
    announce,
    show_when,
)

if TYPE_CHECKING:
    from interview_coach.ui.today.first_day import FirstDay

SETTLE_MS = 1400


class TodayPage(Page):
    """What is next, what is waiting, what to carry in.

    Signals:
        find_wanted(): open find-anything.
    """

    find_wanted = Signal()
    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.SETTING}

    def __init__(self, navigator: Navigator, parent: QWidget | None = None) -> None:
        # Not Page's own beginning: there is no desk yet.
        QWidget.__init__(self, parent)
        self.navigator = navigator
        self._stale = False
        self._attached = False
        self._waiting: list[Callable[[], None]] = []
        self._today = Today(datetime(2000, 1, 1, tzinfo=UTC))
        self._local: tzinfo = UTC
        self._held: dict[str, Useful] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._settled)
        self.header = PageHeader()
        self.find_button = FindButton()
        self.new_button = PrimaryButton(tr("New interview"), "plus")
        self.header.add(self.find_button)
        self.header.add(self.new_button)
        self.next_card = NextUpCard()
        self.review_card = ReviewCard()
        self.waiting_card = WaitingCard()
        self.carry_card = CarryCard()
        self.weeks_card = WeeksCard()
        self._first_day: FirstDay | None = None
        self._columns = Columns()
        # As high as what stands beside it.
        self._columns.main.addWidget(self.next_card, 1)
        for card in (self.review_card, self.waiting_card, self.carry_card):
            self._columns.side.addWidget(card)
        self._columns.side.addStretch(1)
        self._scroll = ScrollPage()
        for part in (self.header, self._columns, self.weeks_card):
            self._scroll.add(part)
        self._scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._connect()

    def _connect(self) -> None:
        self.find_button.clicked.connect(self.find_wanted)
        self.new_button.clicked.connect(self._new)
        self.next_card.ticked.connect(self._ticked)
        self.next_card.prepare_wanted.connect(self._prepare)
        self.next_card.card_wanted.connect(self._cue_card)
        self.next_card.short_wanted.connect(self._short)
        self.next_card.new_wanted.connect(self._new)
        self.next_card.setbacks.dismissed.connect(partial(self._when_ready, self._no_setbacks))
        self.review_card.acted.connect(self._review)
        self.review_card.noted.connect(self._note)
        self.waiting_card.acted.connect(self._record)
        self.review_card.all_wanted.connect(self._all)
        self.waiting_card.all_wanted.connect(self._all)
        self.weeks_card.chosen.connect(self._open)

    @property
    def first_day(self) -> FirstDay:
        """What someone sees who has nothing in here yet; made when that is so."""
        if self._first_day is None:
            from interview_coach.ui.today.first_day import FirstDay

            self._first_day = FirstDay()
            self._first_day.interview_wanted.connect(self._new)
            self._first_day.job_wanted.connect(self._new_job)
            self._scroll.body.insertWidget(1, self._first_day)
        return self._first_day

    # --- showing ------------------------------------------------------------------------------

    def show_today(self, today: Today, local: tzinfo) -> None:
        """Show this; `local` is the person's zone."""
        self._today, self._local = today, local
        day = said.day_of(today.now, local)
        self.header.set_title(dates.long_day(day))
        fresh = not today.any_interview and not today.any_opportunity
        self.header.set_subtitle("" if fresh else said.summary(today))
        if fresh or self._first_day is not None:
            show_when(self.first_day, fresh)
        show_when(self._columns, not fresh)
        show_when(self.new_button, not fresh)
        held = self._held
        if held and today.next_up is not None:
            # What was just ticked stays to be seen for a moment.
            self.next_card.show_next(today.next_up, today.now, local, useful=False)
        else:
            self.next_card.show_next(today.next_up, today.now, local)
        self.review_card.show_reviews(today.to_review, today.to_review_total, today.now, local)
        self.waiting_card.show_awaited(today.awaited, today.awaited_total, today.usual_wait, day)
        self.carry_card.show_carried(today.landed, today.went_well)
        beside = bool(today.to_review or today.awaited or today.landed or today.went_well)
        self._columns.show_side(beside)
        self.weeks_card.show_weeks(today, day)

    def attach(self, desk: Desk) -> None:
        """The store is ready: from now on the page asks and does for itself."""
        self.desk = desk
        self._attached = True
        desk.changed.connect(self._heard)
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def refresh(self) -> None:
        """Ask again."""
        if not self._attached:
            return
        from interview_coach.store import today

        local = self.desk.local()
        self.show_today(self.desk.ask(today.today, local), local)

    def tick(self) -> None:
        """A minute has passed: count down; begin a new day, or a new state of things."""
        if not self._attached:
            return
        now, local = self.desk.now(), self.desk.local()
        before = self._today.now
        ready = self._today.next_up
        moments = () if ready is None else (ready.start_at, ready.end_at)
        passed = any(before < moment <= now for moment in moments)
        if passed or said.day_of(now, local) != said.day_of(before, self._local):
            self.refresh()
        else:
            self.next_card.show_time(now, local)

    def title(self) -> str:
        """The page's name."""
        return tr("Today")

    def place(self) -> Place:
        """Where the next start returns to."""
        return Place("today")

    def open_search(self) -> bool:
        """Everything is found from here."""
        self.find_wanted.emit()
        return True

    def focus_first(self) -> None:
        """What there is to do first."""
        card = self.next_card
        if self._first_day is not None and self._first_day.isVisibleTo(self):
            first: QWidget = self._first_day.interview_button
        elif card.shown is not None:
            first = card.prepare_button
        else:
            first = self.new_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- doing --------------------------------------------------------------------------------

    def _when_ready(self, deed: Callable[[], None]) -> None:
        if self._attached:
            deed()
        else:
            self._waiting.append(deed)

    def _ticked(self, useful: Useful, checked: bool) -> None:
        if useful.candidate.what in {"requirement", "question"}:
            # These are answered, not ticked.
            self.next_card.show_useful(self.next_card.useful)
            self._go("prepare")
        else:
            self._when_ready(partial(self._tick, useful, checked=checked))

    def _tick(self, useful: Useful, *, checked: bool) -> None:
        from interview_coach.store import lessons, prep

        key = useful.candidate.id
        ready = self._today.next_up
        if checked:
            self._held[key] = useful
        else:
            self._held.pop(key, None)
        self._settle.start()
        if useful.candidate.what == "lesson":
            state = LessonState.DONE if checked else LessonState.OPEN
            self.desk.do(lessons.close_lesson, key, state, ready.id if ready else "")
        elif useful.why is Why.UNREHEARSED and checked:
            # "Say it out loud once" has been done, and with that it is prepared: one step.
            self.desk.store.together(
                partial(prep.tick_item, key=key, done=True),
                partial(prep.note_rehearsal, key=key),
            )
        else:
            self.desk.do(prep.tick_item, key, done=checked)
        if checked:
            announce(self, tr("Done: {what}", what=useful.candidate.text))

    def _no_setbacks(self) -> None:
        from interview_coach.domain.afterwards import Wish
        from interview_coach.store.setbacks import SETBACKS
        from interview_coach.store.settings import set_setting

        self.desk.do(set_setting, SETBACKS, Wish.NO.value)
        self.refresh()
        self.focus_first()

    def _settled(self) -> None:
        self._held.clear()
        self.next_card.show_useful(self._today.next_up.useful if self._today.next_up else ())

    def _go(self, step: str) -> None:
        ready = self.next_card.shown
        if ready is not None:
            self.navigator.open("interview", ready.id, step)

    def _prepare(self) -> None:
        ready = self.next_card.shown
        now = self.desk.now() if self._attached else self._today.now
        self._go("interview" if ready is not None and now >= ready.start_at else "prepare")

    def _cue_card(self) -> None:
        ready = self.next_card.shown
        if ready is not None:
            self.navigator.open("cue_card", ready.id)

    def _short(self) -> None:
        self._go("short")

    def _review(self, key: str) -> None:
        self.navigator.open("interview", key, "review")

    def _note(self, key: str) -> None:
        self.navigator.open("quick_note", key)

    def _record(self, key: str) -> None:
        self.navigator.open("interview", key, "outcome")

    def _open(self, key: object) -> None:
        self.navigator.open("interview", str(key))

    def _all(self) -> None:
        self.navigator.open("interviews")

    def _new(self) -> None:
        self.navigator.open("new_interview")

    def _new_job(self) -> None:
        self.navigator.open("new_opportunity")
