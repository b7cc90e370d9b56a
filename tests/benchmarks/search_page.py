"""In a child: types the last letter of a query on the timeline's page, again and again.

Beside it stand the bare query alone, and the bare query in a plain table under a plain line: what
any window would have to paint.
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QVBoxLayout, QWidget

from interview_coach.domain import search
from interview_coach.domain.timeline import Filters
from interview_coach.store import timeline
from interview_coach.store.opening import Connection, connect
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.timeline.page import TimelinePage
from tests.benchmarks.ground import report
from tests.benchmarks.painting import Window, begin, settle

SHOWN = 60
SEEN = 9
_NOWHERE = QModelIndex()
_BARE = (
    "SELECT search.rowid FROM search CROSS JOIN entry e ON e.key = search.rowid "
    "WHERE search MATCH ? AND +e.kind IN ('interview', 'opportunity') "
    f"ORDER BY search.rowid DESC LIMIT {SHOWN}"
)


class Numbers(QAbstractTableModel):
    """The keys that were found, as numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: array[int] = array("q")

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One for each key."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The number."""
        shown = role == Qt.ItemDataRole.DisplayRole
        return str(self.keys[index.row()]) if shown else None


class Plain(QWidget):
    """A line to type in, and a table of what the bare query finds."""

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.model = Numbers()
        table = QTableView()
        table.setModel(self.model)
        table.verticalHeader().setDefaultSectionSize(76)
        table.horizontalHeader().setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(table)
        self._reader = reader
        self.search.textChanged.connect(self._look)

    def _look(self, text: str) -> None:
        self.model.beginResetModel()
        self.model.keys = bare(self._reader, text)
        self.model.endResetModel()


def bare(reader: Connection, query: str) -> array[int]:
    """The keys of the newest that match, by nothing but SQLite."""
    expression = search.match_expression(query)
    if expression is None:
        return array("q")
    return array("q", (key for (key,) in reader.execute(_BARE, (expression,))))


def asked(desk: Desk, query: str) -> None:
    """What the page asks the store for."""
    filters = Filters(query=query)
    keys = desk.ask(timeline.keys, filters, limit=SHOWN)
    desk.ask(timeline.cards, keys[:SEEN], query)
    if keys:
        desk.ask(timeline.preview, keys[0], query)


def typed(window: Window, line: QLineEdit, query: str) -> float:
    """Type the last letter; milliseconds until it shows."""
    line.setText(query[:-1])
    settle()
    # Not by QTest, whose keys end with ASCII.
    none = Qt.KeyboardModifier.NoModifier
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, query[-1])
    return window.until_painted(lambda: QApplication.sendEvent(line, press))


def main(folder: Path, query: str, times: int) -> None:
    """Measure all four in turn."""
    _app, desk = begin(folder)
    reader = connect(desk.store.path)
    page = TimelinePage(desk, Navigator())
    plain = Plain(reader)
    ours, floor = Window(page), Window(plain)
    for window in (floor, ours):
        window.show()
        settle()
    found: dict[str, list[float]] = {"painted": [], "plain": [], "asked": [], "bare": []}
    for turn in range(-5, times):
        took = {
            "painted": typed(ours, page.search, query),
            "plain": typed(floor, plain.search, query),
        }
        began = perf_counter()
        bare(reader, query)
        took["bare"] = (perf_counter() - began) * 1000
        began = perf_counter()
        asked(desk, query)
        took["asked"] = (perf_counter() - began) * 1000
        for name, one in took.items() if turn >= 0 else ():
            found[name].append(one)
    report(**found)


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
