"""Owns the Timeline page: search, filters, the list by month, and the preview beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from interview_coach.domain import search
from interview_coach.domain.changes import Changes, Place
from interview_coach.domain.kinds import EntryKind, Topic
from interview_coach.domain.timeline import Card, Show
from interview_coach.store import timeline
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import SPACE, current
from interview_coach.ui.timeline.bar import FilterBar
from interview_coach.ui.timeline.feed import PAUSE_MS, Feed
from interview_coach.ui.timeline.model import TimelineModel
from interview_coach.ui.timeline.preview import PreviewPane
from interview_coach.ui.timeline.view import TimelineView
from interview_coach.ui.widgets import EmptyState, PageHeader, SearchField, live

_SEARCH_WIDTH = 320
_PREVIEW_WIDTH = 360
_STACKED_BELOW = 1000
_WIDEST = 16_777_215
_PREVIEW_HEIGHT = 230
_STEPS = {
    EntryKind.INTERVIEW: "",
    EntryKind.REVIEW: "review",
    EntryKind.LESSON: "review",
    EntryKind.REMARK: "review",
    EntryKind.OUTCOME: "outcome",
    EntryKind.OPPORTUNITY: "",
}


class TimelinePage(Page):
    """Everything that happened, newest first.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.SETTING}

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk, navigator, parent)
        self._begun = False
        self._asked_for_preview = False
        self._companies_stale = True
        # The preview follows when the list has been painted: it is not what one waits for.
        self._preview_later = QTimer(self)
        self._preview_later.setSingleShot(True)
        self._preview_later.setInterval(PAUSE_MS // 2)
        self._preview_later.timeout.connect(self._preview_chosen)
        self.model = TimelineModel(self._cards, self)
        self.feed = Feed(desk, self.model, self)
        self.search = SearchField(tr("Search everything you wrote"), tr("Search the timeline"))
        self.search.installEventFilter(self)
        self.bar = FilterBar()
        self.view = TimelineView(self.model)
        self.preview = PreviewPane()
        self.nothing = EmptyState(
            "history",
            tr("Nothing here yet"),
            tr("Every interview, review and answer will stand here, newest first."),
            tr("New interview"),
        )
        self.none_found = EmptyState("search", tr("Nothing found"), "", tr("Clear"), primary=False)
        self._columns = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._columns)
        self._split.setContentsMargins(0, 0, 0, 0)
        # The list keeps room for its scroll bar beside the cards.
        self._split.setSpacing(8)
        self._split.addWidget(self.view, 1)
        self._split.addWidget(self.preview)
        self._stack = QStackedWidget()
        for part in (self._columns, self.nothing, self.none_found):
            self._stack.addWidget(part)
        header = PageHeader(tr("Timeline"))
        header.add(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.page, 22, SPACE.page, 22)
        column.setSpacing(SPACE.gap)
        column.addWidget(header)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.search.textChanged.connect(self._search)
        self.bar.changed.connect(self._search)
        self.view.chosen.connect(self._chosen)
        self.view.opened.connect(self._open)
        self.view.typed.connect(self._typed)
        self.view.escaped.connect(self.search.clear_search)
        self.view.passed_top.connect(self.open_search)
        self.view.wants_all.connect(self.feed.finish)
        self.feed.grown.connect(self._grown)
        self.preview.open_wanted.connect(self._open_chosen)
        self.preview.outcome_wanted.connect(self._record)
        self.preview.whole_wanted.connect(self._open_whole)
        self.nothing.acted.connect(self._new)
        self.none_found.acted.connect(self._clear)
        live(self._resized)

    def refresh(self) -> None:
        """Look again; what was chosen and what was in sight stays so."""
        local = self.desk.now().astimezone(self.desk.local())
        self.bar.set_today(local.date())
        if self._companies_stale:
            self._companies_stale = False
            self.bar.set_companies(self.desk.ask(timeline.companies))
        if not self._begun:
            self._begun = True
            self._search()
            return
        self.model.forget()
        self.feed.again()
        self._preview_chosen()

    def tick(self) -> None:
        """What was upcoming may have begun."""
        if self.isVisible() and self._begun:
            self.model.forget()
            self._preview_chosen()

    def title(self) -> str:
        """The page's name."""
        return tr("Timeline")

    def place(self) -> Place:
        """Where the next start returns to."""
        return Place("timeline")

    def open_search(self) -> bool:
        """Focus the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """The list, or the search when there is none."""
        if self._stack.currentWidget() is self._columns:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down and Enter go to the list."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            listed = self._stack.currentWidget() is self._columns
            if isinstance(event, QKeyEvent) and event.key() in keys and listed:
                self._ask_for_preview()
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it was left."""
        super().showEvent(event)
        self.feed.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody looks, and nothing of a store that is being closed."""
        super().hideEvent(event)
        self.feed.pause()
        self._preview_later.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the preview has its own column."""
        super().resizeEvent(event)
        self._resized()

    def _heard(self, changes: Changes) -> None:
        if {Topic.COMPANY, Topic.OPPORTUNITY} & changes.topics:
            self._companies_stale = True
        super()._heard(changes)

    def _cards(self, keys: Sequence[int], query: str) -> dict[int, Card]:
        return self.desk.ask(timeline.cards, keys, query)

    def _search(self) -> None:
        """Show the first rows of what is asked for, now; the rest comes when nothing else happens."""
        query = self.search.text()
        searched = bool(search.words(query))
        chosen = self.view.chosen_key
        with QSignalBlocker(self.view):
            self.feed.start(self.bar.filters(query if searched else ""))
            self.view.verticalScrollBar().setValue(0)
            row = self.model.row_of(chosen)
            row = row if row >= 0 else self.view.first_row()
            if row >= 0:
                self.view.choose(row)
        self.view.scrollTo(self.view.currentIndex())
        if self.preview.shown is None:
            self._preview_chosen()
        else:
            self._preview_later.start()

    def _grown(self) -> None:
        if self.view.chosen_key is None and self.view.first_row() >= 0:
            self.view.choose(self.view.first_row())
        query = self.search.text()
        count = len(self.model.keys)
        if query and not search.words(query):
            self.search.set_note(tr("Two letters at least"))
        elif self.feed.complete:
            self.search.set_note(tr_n("{n} found", "{n} found", count))
        else:
            self.search.set_note(tr("{n}+ found", n=count))
        self._show_part()

    def _show_part(self) -> None:
        narrowed = self.bar.narrowed or bool(self.feed.filters.query)
        other = self.feed.filters.show is not Show.INTERVIEWS
        if len(self.model.keys):
            part: QWidget = self._columns
        elif narrowed or other:
            part = self.none_found
            self._say_none(narrowed=narrowed)
        else:
            part = self.nothing
        had_focus = self.view.hasFocus()
        self._stack.setCurrentWidget(part)
        if had_focus and part is not self._columns:
            self.search.setFocus()

    def _say_none(self, *, narrowed: bool) -> None:
        if narrowed:
            sentence = tr("Try fewer or shorter words, or look in everything.")
            self.none_found.set_texts(
                tr("Nothing found"), sentence, tr("Clear the search and filters")
            )
        else:
            sentence = tr("It will be here as soon as there is some.")
            self.none_found.set_texts(
                tr("Nothing of this kind yet"), sentence, tr("Show interviews")
            )

    def _chosen(self, key: int | None) -> None:
        if self.view.hasFocus() and key is not None:
            self._ask_for_preview()
        self._preview_chosen()

    def _ask_for_preview(self) -> None:
        if not self._asked_for_preview:
            self._asked_for_preview = True
            self._resized()

    def _preview_chosen(self) -> None:
        self._preview_later.stop()
        key, query = self.view.chosen_key, self.model.query
        found = None if key is None else self.desk.ask(timeline.preview, key, query)
        self.preview.show_preview(found, self.model.words)

    def _resized(self) -> None:
        stacked = self.window().width() < _STACKED_BELOW * max(current().scale, 1.0)
        ways = QBoxLayout.Direction
        self._split.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        width, height = current().px(_PREVIEW_WIDTH), current().px(_PREVIEW_HEIGHT)
        self.preview.setMinimumSize(0 if stacked else width, height if stacked else 0)
        self.preview.setMaximumSize(_WIDEST if stacked else width, height if stacked else _WIDEST)
        self.preview.setVisible(not stacked or self._asked_for_preview)
        self.search.setFixedWidth(min(current().px(_SEARCH_WIDTH), max(self.width() // 2, 200)))

    def _typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setCursorPosition(len(self.search.text()))
        self.search.insert(text)

    def _clear(self) -> None:
        if not self.bar.narrowed and not self.feed.filters.query:
            self.bar.shows.set_value(Show.INTERVIEWS)
        self.bar.clear()
        self.search.clear()
        self._search()
        self.focus_first()

    def _open_chosen(self) -> None:
        key = self.view.chosen_key
        if key is not None:
            self._open(key)

    def _open(self, key: int) -> None:
        card = self.model.card(self.model.row_of(key))
        if card is None:
            return
        if card.interview_id is None:
            self.navigator.open("opportunity", card.opportunity_id)
        else:
            self.navigator.open("interview", card.interview_id, _STEPS[card.kind])

    def _record(self) -> None:
        shown = self.preview.shown
        if shown is not None and shown.card.interview_id is not None:
            self.navigator.open("interview", shown.card.interview_id, "outcome")

    def _open_whole(self) -> None:
        shown = self.preview.shown
        if shown is not None:
            self.navigator.open("opportunity", shown.card.opportunity_id)

    def _new(self) -> None:
        self.navigator.open("new_interview")
