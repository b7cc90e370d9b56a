"""Owns the list of the ledger: fixed rows, and the keys that move in it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from interview_coach.domain.ledger import LedgerKey
from interview_coach.ui.ledger.model import AnyIndex, LedgerModel
from interview_coach.ui.ledger.paint import ReasonPainter, ledger_row
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import live

_SHEET = """
LedgerView { background: transparent; border: none; selection-background-color: transparent; }
"""


class LedgerView(QTableView):
    """The list.

    Signals:
        opened(): the person wants the outcome of the chosen reason.
        chosen(): another reason is the current one, or none.
        passed_top(): the person went up from the first one.
        wants_all(): the person goes to the end, so all rows are needed.
    """

    opened = Signal()
    chosen = Signal()
    passed_top = Signal()
    wants_all = Signal()

    def __init__(self, model: LedgerModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setAccessibleName(tr("Reasons"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_SHEET)
        self.viewport().setAutoFillBackground(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        down.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(8)
        self.setItemDelegate(ReasonPainter(self))
        self.setModel(model)
        self.doubleClicked.connect(self.opened)
        live(self._fit)

    @property
    def chosen_key(self) -> LedgerKey | None:
        """The key of the current row."""
        return self._rows.key(self.currentIndex().row())

    def choose(self, place: int) -> None:
        """Make a row the current one, without scrolling."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._rows.index(place, 0), flags | rows)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell that another row is the current one now."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """At the end all rows are needed."""
        if action == QAbstractItemView.CursorAction.MoveEnd:
            self.wants_all.emit()
            return self._rows.index(self._rows.rowCount() - 1, 0)
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._rows.index(0, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; up from the first row leaves the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.passed_top.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(ledger_row())
        self.viewport().update()
