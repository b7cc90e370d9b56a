"""Owns the list of the timeline: fixed rows that scroll like paper, and the keys that move in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.timeline.model import AnyIndex, TimelineModel
from interview_coach.ui.timeline.paint import CardPainter, card_row, month_row
from interview_coach.ui.widgets import live

_SHEET = """
TimelineView { background: transparent; border: none; selection-background-color: transparent; }
"""
_Move = QAbstractItemView.CursorAction
_STEPS = {
    _Move.MoveUp: -1,
    _Move.MovePrevious: -1,
    _Move.MoveLeft: 0,
    _Move.MoveDown: 1,
    _Move.MoveNext: 1,
    _Move.MoveRight: 0,
}


class TimelineView(QTableView):
    """The list.

    Signals:
        opened(object): the person wants the page of the entry with this key.
        chosen(object): another entry is the current one; its key, or None.
        typed(str): the person typed letters here, which are meant for the search.
        escaped(): Esc.
        passed_top(): the person went up from the first entry.
        wants_all(): the person goes to the end, so all rows are needed.
    """

    opened = Signal(object)
    chosen = Signal(object)
    typed = Signal(str)
    escaped = Signal()
    passed_top = Signal()
    wants_all = Signal()

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._anchor: tuple[int, int] | None = None
        self._were_months: list[int] = []
        self.setAccessibleName(tr("Timeline"))
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
        self.setItemDelegate(CardPainter(self))
        self.setModel(model)
        # After the view's own slots, which setModel has connected.
        model.modelAboutToBeReset.connect(self._leave)
        model.modelReset.connect(self._fit_all)
        model.rowsAboutToBeInserted.connect(self._remember)
        model.rowsAboutToBeRemoved.connect(self._remember)
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        self.doubleClicked.connect(self._open)
        live(self._fit_all)

    @property
    def chosen_key(self) -> int | None:
        """The key of the current entry."""
        return self._rows.key(self.currentIndex().row())

    def choose(self, row: int, *, show: bool = False) -> None:
        """Make an entry the current one; with `show` it is brought into sight."""
        index = self._rows.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        # Through the selection model, as the view would scroll to it.
        self.selectionModel().setCurrentIndex(index, flags | QItemSelectionModel.SelectionFlag.Rows)
        if show:
            self.scrollTo(index)

    def first_row(self) -> int:
        """The row of the first entry, or -1."""
        return self._entry_near(0, 1)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell which entry is the current one now."""
        super().currentChanged(current, previous)
        self.chosen.emit(self._rows.key(current.row()))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move from entry to entry, past the months."""
        del modifiers
        now = self.currentIndex().row()
        page = max(self.viewport().height() // card_row() - 1, 1)
        if action == _Move.MoveEnd:
            self.wants_all.emit()
            row = self._entry_near(self._rows.rowCount() - 1, -1)
        elif action == _Move.MoveHome or now < 0:
            row = self.first_row()
        elif action in {_Move.MovePageUp, _Move.MovePageDown}:
            way = -1 if action == _Move.MovePageUp else 1
            target = min(max(now + way * page, 0), self._rows.rowCount() - 1)
            row = self._entry_near(target, way)
            row = row if row >= 0 else self._entry_near(target, -way)
        else:
            way = _STEPS[action]
            row = self._entry_near(now + way, way) if way else now
            row = row if row >= 0 else now
        return self._rows.index(row, 0) if row >= 0 else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters go to the search."""
        key, text = event.key(), event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= self.first_row():
            self.scrollToTop()
            self.passed_top.emit()
        elif text.isprintable() and text.strip() and not held:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A month, or the space below the last entry, leaves the choice as it is."""
        row = self.indexAt(event.position().toPoint()).row()
        if row < 0 or self._rows.is_month(row):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring an entry into sight; with the first of a month, its heading."""
        row = index.row()
        if row > 0 and self._rows.is_month(row - 1) and hint is not self.ScrollHint.PositionAtTop:
            super().scrollTo(self._rows.index(row - 1, 0), self.ScrollHint.EnsureVisible)
        super().scrollTo(index, hint)

    def anchor(self) -> tuple[int, int] | None:
        """What is at the top: the key of the first entry in sight, and where it stands."""
        row = self.rowAt(0)
        while 0 <= row < self._rows.rowCount():
            key = self._rows.key(row)
            if key is not None:
                return key, self.rowViewportPosition(row)
            row += 1
        return None

    def restore(self, anchor: tuple[int, int] | None) -> None:
        """Bring an entry back to where it stood."""
        row = self._rows.row_of(anchor[0]) if anchor else -1
        if anchor is None or row < 0:
            return
        moved = self.rowViewportPosition(row) - anchor[1]
        if moved:
            self.updateGeometries()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is chosen and in sight stays in sight."""
        row = self.currentIndex().row()
        top = self.rowViewportPosition(row) if row >= 0 else -1
        seen = 0 <= top < event.oldSize().height()
        super().resizeEvent(event)
        if seen and top + card_row() > self.viewport().height():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the direction of text changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        key = self._rows.key(index.row())
        if key is not None:
            self.opened.emit(key)

    def _entry_near(self, row: int, way: int) -> int:
        while 0 <= row < self._rows.rowCount():
            if not self._rows.is_month(row):
                return row
            row += way
        return -1

    def _leave(self) -> None:
        # A header keeps the sizes of its sections through a reset, whatever the rows are then.
        self._were_months = self._rows.month_rows(0, self._rows.rowCount() - 1)

    def _fit_all(self) -> None:
        header, height, count = self.verticalHeader(), card_row(), self._rows.rowCount()
        changed = header.defaultSectionSize() != height
        header.setDefaultSectionSize(height)
        header.setUpdatesEnabled(False)
        for row in range(count) if changed else self._were_months:
            if row < count:
                header.resizeSection(row, height)
        header.setUpdatesEnabled(True)
        self._were_months = []
        self._fit(0, count - 1)
        # Now: after the first frame the same would be painted once more.
        self.executeDelayedItemsLayout()
        self.viewport().update()

    def _fit(self, first: int, last: int) -> None:
        height = month_row()
        header = self.verticalHeader()
        # Otherwise it works out every row's position anew for each month.
        header.setUpdatesEnabled(False)
        for row in self._rows.month_rows(first, last):
            header.resizeSection(row, height)
        header.setUpdatesEnabled(True)

    def _remember(self, parent: QModelIndex, first: int, last: int) -> None:
        del parent, last
        # Rows below what is in sight move nothing.
        self._anchor = self.anchor() if first <= self.rowAt(0) else None

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        del parent
        self._fit(first, last)
        self.restore(self._anchor)

    def _removed(self, parent: QModelIndex, first: int, last: int) -> None:
        del parent, first, last
        self.restore(self._anchor)
