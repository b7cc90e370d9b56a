"""Owns the step Prepare: the checklist, what they ask for, lessons carried, the review to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from interview_coach.domain.afterwards import Wish
from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.kinds import About, LibraryKind, Section, Topic
from interview_coach.domain.prep import Checklist, PrepItem, fitting, short_on_time
from interview_coach.domain.requirements import evidence_in
from interview_coach.store import afterwards, expecting, interviews, libraries, prep
from interview_coach.store.setbacks import SETBACKS
from interview_coach.store.settings import set_setting
from interview_coach.ui.beside import BesideCard, around_round
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import StepPanel
from interview_coach.ui.prep.carried import CarriedCard
from interview_coach.ui.prep.earlierdialog import EarlierDialog
from interview_coach.ui.prep.expected import ExpectedCard
from interview_coach.ui.prep.groups import Group
from interview_coach.ui.prep.header import PrepHeader
from interview_coach.ui.prep.items import ItemList
from interview_coach.ui.prep.librarydialog import LibraryDialog
from interview_coach.ui.prep.requirements import RequirementsCard
from interview_coach.ui.prep.reviewcard import ReviewCard
from interview_coach.ui.prep.row import GUTTER
from interview_coach.ui.prep.templatedialog import TemplateDialog
from interview_coach.ui.setbacks import SetbacksLine
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Card, Columns, EmptyState, ScrollPage, small

_ROOM_BELOW = 12


class PreparePanel(StepPanel):
    """The step Prepare.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.PREP,
            Topic.LESSON,
            Topic.OPPORTUNITY,
            Topic.INTERVIEW,
            Topic.REVIEW,
            Topic.OUTCOME,
            Topic.SETTING,
        }
    )

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        parent: QWidget | None = None,
        beside: Sequence[BesideCard] = (),
    ) -> None:
        super().__init__(desk, navigator, parent)
        self.beside = tuple(beside)
        self._head: InterviewHead | None = None
        self._checklist = Checklist("", (), (), ())
        self._short: tuple[str, ...] | None = None
        self._blank = True
        self._over = False
        self._top_before = 0
        self._lay_out()
        self._connect()

    @property
    def items(self) -> ItemList:
        """The items on the page."""
        return self._items

    @property
    def header(self) -> PrepHeader:
        """The head of the checklist."""
        return self._header

    @property
    def requirements(self) -> RequirementsCard:
        """What they ask for."""
        return self._requirements

    @property
    def carried(self) -> CarriedCard:
        """The lessons from earlier reviews."""
        return self._carried

    @property
    def expected(self) -> ExpectedCard:
        """The questions that are expected."""
        return self._expected

    @property
    def review(self) -> ReviewCard:
        """The review to come."""
        return self._review

    @property
    def scroll_page(self) -> ScrollPage:
        """What scrolls."""
        return self._scroll

    def refresh(self) -> None:
        """Ask again and change what differs."""
        head = self.desk.ask(interviews.interview_head, self.interview)
        found = self.desk.ask(prep.checklist, self.interview)
        self._head, self._checklist = head, found
        if self._blank:
            # Everything is new: shown part by part, each would lay the page out again.
            self._scroll.content.hide()
        self._header.show_items(found.items)
        self._show_over(head)
        self._items.show_items(self.interview, found.items)
        self._carried.show_lessons(self.interview, found.lessons)
        expected = self.desk.ask(expecting.expected_questions, self.interview)
        self._expected.show_expected(self.interview, expected)
        self._requirements.set_offers(self._evidence)
        self._requirements.show_requirements(head.opportunity_id, found.requirements)
        self._review.show_head(head)
        for card in self.beside:
            card.show_around(around_round(head, "prepare"))
        self.setbacks.show_wanted(self.desk.ask(afterwards.setbacks_before, self.interview))
        self._show_empty()
        self._show_short_note()
        if self._blank:
            self._blank = False
            self._scroll.content.show()

    def _evidence(self) -> tuple[str, ...]:
        """What can answer a requirement: stories and points on this list, then those in the library."""
        kept = self.desk.ask(libraries.takeable, self.interview)
        wanted = {LibraryKind.STORY, LibraryKind.TALKING_POINT}
        shelf = [x.text for x in kept if x.kind in wanted and x.about is not About.THEM]
        return tuple(dict.fromkeys((*evidence_in(self._checklist.items), *shelf)))

    def tick(self) -> None:
        """The review may have opened."""
        if self.interview:
            head = self.desk.ask(interviews.interview_head, self.interview)
            self._show_over(head)
            self._review.show_head(head)

    def reset(self) -> None:
        """Forget filters, open editors and the scroll position."""
        self._short = None
        self._blank = True
        self._scroll.content.hide()
        self._header.set_short(False)
        self._header.set_filter(None)
        self._items.reset()
        self._carried.reset()
        self._expected.reset()
        self._requirements.reset()
        for card in self.beside:
            card.reset()
        self._scroll.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """The first row, or what fills an empty checklist."""
        row = self._items.row_in_use
        if row is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._empty.action_button.setFocus(Qt.FocusReason.TabFocusReason)

    def set_short(self, on: bool) -> None:
        """Show the items that matter in thirty minutes, until it is left; ticked ones stay."""
        idle = self._over or not self._checklist.items
        if on == (self._short is not None) or (on and idle):
            self._header.set_short(self._short is not None)
            return
        self._short = None
        if on:
            self._short = tuple(item.id for item in short_on_time(self._checklist.items))
        self._header.set_short(on)
        self._items.set_short(self._short)
        self._show_empty()
        self._show_short_note()
        self._scroll.verticalScrollBar().setValue(0)

    def add_to(self, group: Group) -> None:
        """Open a line for a new item, where it can be seen."""
        self.set_short(False)
        if self._header.chips.value not in {None, group.section}:
            self._header.set_filter(group.section)
            self._items.set_filter(group.section)
        self._items.add_to(group)

    def add_here(self) -> None:
        """Open a line for a new item in the section in use."""
        self.set_short(False)
        self._items.add_to(self._items.group_in_use())

    def open_template(self) -> TemplateDialog | None:
        """Offer the lines of a template."""
        if self._head is None:
            return None
        dialog = TemplateDialog(self.desk, self.interview, self._head.kind, self)
        dialog.open()
        return dialog

    def open_earlier(self) -> EarlierDialog:
        """Offer what was prepared for other interviews."""
        dialog = EarlierDialog(self.desk, self.interview, self)
        dialog.open()
        return dialog

    def open_library(self) -> LibraryDialog:
        """Offer what is kept for any interview."""
        dialog = LibraryDialog(self.desk, self.interview, self)
        dialog.open()
        return dialog

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line that is typed into in sight, once everything has its new place."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._items.keep_in_sight)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage()
        self._scroll.body.setContentsMargins(28, 0, 28, 22)
        outer.addWidget(self._scroll)
        columns = Columns(396)
        self._scroll.add(columns, 1)
        self._card = Card()
        sheet = self._card.layout()
        if sheet is not None:
            # The rows reach into the card's own margin, where their grips stand.
            sheet.setContentsMargins(18 - GUTTER, 14, 18 - GUTTER, 18)
        self._card.body.setSpacing(4)
        self._header = PrepHeader()
        self._short_note = small()
        self._short_note.setContentsMargins(GUTTER, 4, GUTTER, 4)
        self._short_note.hide()
        self._empty = EmptyState(
            "list-checks",
            tr("Nothing on your list yet"),
            tr("A template gives you a start. You can change every line of it."),
            tr("Add from a template"),
        )
        self._items = ItemList(self.desk)
        for part in (self._header, self._short_note, self._empty, self._items):
            self._card.add(part)
        columns.main.addWidget(self._card, 1)
        self._requirements = RequirementsCard(self.desk)
        self._carried = CarriedCard(self.desk)
        self._expected = ExpectedCard(self.desk)
        self._review = ReviewCard(self.desk)
        self.setbacks = SetbacksLine()
        self._scroll.body.insertWidget(0, self.setbacks)
        columns.side.addWidget(self._requirements)
        columns.side.addWidget(self._carried)
        columns.side.addWidget(self._expected)
        for card in self.beside:
            columns.side.addWidget(card)
        columns.side.addWidget(self._review)
        # Beside a long list the card would stretch over several screens, its words far apart.
        columns.side.addStretch(1)

    def _connect(self) -> None:
        self._header.filtered.connect(self._filter)
        self._header.add_wanted.connect(self.add_to)
        self._header.template_wanted.connect(self.open_template)
        self._header.earlier_wanted.connect(self.open_earlier)
        self._header.library_wanted.connect(self.open_library)
        self._header.short_wanted.connect(self.set_short)
        self._empty.acted.connect(self.open_template)
        self._items.moved.connect(self._reveal)
        self._items.turning.connect(self._remember_top)
        self._items.turned.connect(self._hold)
        self._review.wanted.connect(self._open_review)
        self._carried.all_wanted.connect(lambda: self.navigator.open("library", "lessons"))
        self.setbacks.dismissed.connect(self._no_setbacks)
        for keys, run in (
            ("N", self.add_here),
            ("Ctrl+Shift+N", self._header.open_menu),
            ("T", self._header.short.toggle),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _filter(self, section: Section | None) -> None:
        self._items.set_filter(section)

    def _reveal(self, part: QWidget) -> None:
        self._settle(part)
        self._scroll.ensureWidgetVisible(part, 0, 24)

    def _settle(self, part: QWidget) -> None:
        # Where it stands is known only after the layouts, from the inside out.
        around = part.parentWidget()
        while around is not None and around is not self._scroll:
            layout = around.layout()
            if layout is not None:
                layout.activate()
            around = around.parentWidget()
        # The page itself would grow only with the next round of events.
        QApplication.sendEvent(self._scroll, QEvent(QEvent.Type.LayoutRequest))

    def _top(self, part: QWidget) -> int:
        return part.mapTo(self._scroll.content, QPoint(0, 0)).y()

    def _remember_top(self, part: QWidget) -> None:
        self._top_before = self._top(part) - self._scroll.verticalScrollBar().value()

    def _hold(self, part: QWidget) -> None:
        """Leave the page where it is: this stands in the place of what was remembered."""
        self._settle(part)
        bar, top = self._scroll.verticalScrollBar(), self._top(part)
        room = self._scroll.viewport().height()
        # What does not fit below is brought up, but never past the upper edge.
        beyond = max(self._top_before + part.height() + _ROOM_BELOW - room, 0)
        wanted = max(self._top_before - beyond, min(self._top_before, 0))
        bar.setValue(top - wanted)

    def _show_over(self, head: InterviewHead) -> None:
        # Once it has ended no thirty minutes are left.
        self._over = self.desk.now() >= head.end_at
        if self._over:
            self.set_short(False)
        self._header.offer_short(not self._over)

    def _open_review(self) -> None:
        self.navigator.open("interview", self.interview, "review")

    def _no_setbacks(self) -> None:
        self.desk.do(set_setting, SETBACKS, Wish.NO.value)
        self.focus_first()

    def _show_empty(self) -> None:
        self._empty.setVisible(not self._checklist.items and self._short is None)

    def _show_short_note(self) -> None:
        self._short_note.setVisible(self._short is not None)
        if self._short is not None:
            known: dict[str, PrepItem] = {item.id: item for item in self._checklist.items}
            left = [known[key] for key in self._short if key in known]
            self._short_note.setText(_short_words(left))


def _short_words(chosen: list[PrepItem]) -> str:
    if not chosen:
        return tr("All of your list is done. Thirty minutes are yours: breathe, walk, drink water.")
    first = fitting(chosen)
    minutes = sum(item.minutes for item in chosen[:first])
    done = sum(item.done for item in chosen)
    text = tr_n(
        "If thirty minutes are left: this one, {minutes} min.",
        "If thirty minutes are left: these {n}, in this order, {minutes} min together.",
        len(chosen),
        minutes=minutes,
    )
    if first < len(chosen):
        text = tr_n(
            "What matters most, in this order. The first one takes {minutes} min, the others wait.",
            "What matters most, in this order. The first {n} take {minutes} min together, "
            "the others if there is time.",
            first,
            minutes=minutes,
        )
    if done == len(chosen):
        return tr("{sentence} All of them done.", sentence=text)
    return tr("{sentence} {done} done.", sentence=text, done=done) if done else text
