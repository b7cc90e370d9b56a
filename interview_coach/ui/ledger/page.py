"""Owns the page of all reasons: whose no, filters, the list, and the chosen reason beside it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Topic
from interview_coach.domain.ledger import LedgerFilters, LedgerKey, LedgerRow, Side
from interview_coach.store import ledger
from interview_coach.ui.desk import Desk
from interview_coach.ui.ledger import said
from interview_coach.ui.ledger.bar import LedgerBar
from interview_coach.ui.ledger.model import LedgerModel
from interview_coach.ui.ledger.preview import ReasonPane
from interview_coach.ui.ledger.view import LedgerView
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import SPACE
from interview_coach.ui.widgets import Columns, Crumbs, EmptyState, PageHeader, ScrollPage

FIRST, SLICE = 60, 2500
_PAUSE_MS = 40
_SIDE = 360
_STACKED_HEIGHT = 250


class LedgerPage(Page):
    """All reasons over all outcomes.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.COMPANY, Topic.OPPORTUNITY, Topic.INTERVIEW, Topic.OUTCOME}
    )

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk, navigator, parent)
        self._filters = LedgerFilters()
        self._below: LedgerKey | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(_PAUSE_MS)
        self._idle.timeout.connect(self._step)
        self.model = LedgerModel(lambda keys: desk.ask(ledger.ledger_rows, keys), self)
        self.header = PageHeader(tr("All reasons"))
        self.crumbs = Crumbs([tr("Insights"), tr("Why the noes were noes")])
        self.header.add_above(self.crumbs)
        self.bar = LedgerBar()
        self.view = LedgerView(self.model)
        self.pane = ReasonPane()
        self.side = ScrollPage(margin=0)
        self.side.body.setContentsMargins(0, 0, 0, 0)
        self.side.add(self.pane, 1)
        self.columns = Columns(_SIDE)
        self.columns.main.addWidget(self.view, 1)
        self.columns.side.addWidget(self.side, 1)
        self.nothing = EmptyState("scale", tr("No reason here yet"), "", "", primary=False)
        self.none_found = EmptyState(
            "filter",
            tr("No reason like that"),
            tr("None of this list is of that kind, that sign, or that time."),
            tr("Show all"),
            primary=False,
        )
        self.stack = QStackedWidget()
        for part in (self.columns, self.nothing, self.none_found):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.page, 22, SPACE.page, 22)
        column.setSpacing(SPACE.gap)
        column.addWidget(self.header)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.crumbs.chosen.connect(self._to_insights)
        self.bar.changed.connect(self._narrow)
        self.none_found.acted.connect(self.bar.clear)
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(self._open)
        self.view.passed_top.connect(self._to_bar)
        self.view.wants_all.connect(self.finish)
        self.pane.open_wanted.connect(self._open)
        self.pane.whole_wanted.connect(self._open_whole)

    # --- what every page has ------------------------------------------------------------------

    def title(self) -> str:
        """The page's name."""
        return tr("All reasons")

    def place(self) -> Place:
        """Here."""
        return Place("reasons")

    def focus_first(self) -> None:
        """The list, or whose no where it is empty."""
        if self.stack.currentWidget() is self.columns:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._to_bar()

    def refresh(self) -> None:
        """Read the list again; what was chosen stays chosen."""
        chosen = self.view.chosen_key
        reached = max(self.model.rowCount(), FIRST)
        top = self.view.verticalScrollBar().value()
        self._read(reached)
        place = self.model.place_of(chosen)
        if place >= 0:
            self.view.choose(place)
        self.view.verticalScrollBar().setValue(top)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what is missing."""
        super().showEvent(event)
        if self._below is not None:
            self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody looks, and nothing of a store that is being closed."""
        super().hideEvent(event)
        self._idle.stop()

    # --- the list -----------------------------------------------------------------------------

    @property
    def complete(self) -> bool:
        """Whether all keys are there."""
        return self._below is None

    def finish(self) -> None:
        """Read all that is missing now."""
        while not self.complete:
            self._step()

    def _narrow(self) -> None:
        self._read(FIRST)
        self.view.verticalScrollBar().setValue(0)

    def _read(self, limit: int) -> None:
        today = self.desk.now().astimezone(self.desk.local()).date()
        self._filters = self.bar.filters(today)
        keys = self.desk.ask(ledger.ledger_keys, self._filters, None, limit)
        with QSignalBlocker(self.view):
            self.model.start(keys, today)
            if keys:
                self.view.choose(0)
        self._go_on(keys, limit)
        self._show_part()
        self._show_chosen()

    def _step(self) -> None:
        keys = self.desk.ask(ledger.ledger_keys, self._filters, self._below, SLICE)
        self.model.extend(keys)
        self._go_on(keys, SLICE)

    def _go_on(self, keys: tuple[LedgerKey, ...], limit: int) -> None:
        self._below = keys[-1] if len(keys) == limit else None
        if self._below is None:
            self._idle.stop()
        else:
            self._idle.start()
        self._count()

    def _count(self) -> None:
        n = self.model.rowCount()
        if not n:
            text = ""
        elif self.complete:
            text = tr_n("{n} reason, as you weighed it", "{n} reasons, as you weighed them", n)
        else:
            text = tr("{n}+ reasons, as you weighed them", n=n)
        self.header.set_subtitle(text)

    def _show_part(self) -> None:
        part: QWidget = self.columns
        if not self.model.rowCount():
            part = self.none_found if self._filters.narrowed else self.nothing
            side = self._filters.side
            names = {Side.THEIRS: tr("No reason for a no of theirs yet")}
            head = names.get(side, tr("No reason here yet"))
            self.nothing.set_texts(head, said.nothing(side), "")
        had_focus = self.view.hasFocus()
        self.stack.setCurrentWidget(part)
        if had_focus and part is not self.columns:
            self._to_bar()

    def _show_chosen(self) -> None:
        row = self._chosen()
        today = self.desk.now().astimezone(self.desk.local()).date()
        self.pane.show_row(row, today, self.desk.local())

    def _chosen(self) -> LedgerRow | None:
        place = self.view.currentIndex().row()
        return self.model.row(place) if 0 <= place < self.model.rowCount() else None

    # --- ways on ------------------------------------------------------------------------------

    def _to_bar(self) -> None:
        chosen = [chip for chip in self.bar.side.choices if chip.isChecked()]
        (chosen or self.bar.side.choices)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _to_insights(self, _place: int) -> None:
        self.navigator.open("insights")

    def _open(self) -> None:
        row = self._chosen()
        if row is not None and row.interview_id:
            self.navigator.open("interview", row.interview_id, "outcome")
        elif row is not None:
            self.navigator.open("opportunity", row.opportunity_id)

    def _open_whole(self) -> None:
        row = self._chosen()
        if row is not None:
            self.navigator.open("opportunity", row.opportunity_id)
