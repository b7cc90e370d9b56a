"""In a child: scrolls the timeline page by page, and a plain table of empty rows beside it."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from interview_coach.domain.timeline import Show
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.timeline.page import TimelinePage
from tests.benchmarks.ground import report
from tests.benchmarks.painting import Window, begin, settle, wait_until

_NOWHERE = QModelIndex()


class Nothing(QAbstractTableModel):
    """As many rows as asked for, with nothing in them."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """All rows."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Nothing."""
        return None


def plain_table(rows: int) -> QTableView:
    """A table of empty rows of the same height that scrolls by pixels."""
    table = QTableView()
    table.setModel(Nothing(rows))
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().setDefaultSectionSize(76)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def page_down(window: Window, view: QTableView) -> float:
    """One page further, from the top again after the last; milliseconds until it shows."""
    settle()
    bar = view.verticalScrollBar()
    if bar.value() >= bar.maximum():
        window.until_painted(lambda: bar.setValue(0))
        settle()
    return window.until_painted(lambda: bar.setValue(bar.value() + bar.pageStep()))


def main(folder: Path, show: str, times: int) -> None:
    """Measure both in turn."""
    _app, desk = begin(folder)
    page = TimelinePage(desk, Navigator())
    ours = Window(page)
    began = perf_counter()
    ours.until_painted(ours.show)
    shown = (perf_counter() - began) * 1000
    if show != Show.INTERVIEWS:
        page.bar.shows.set_value(Show(show))
        page.bar.changed.emit()
    wait_until(lambda: page.feed.complete)
    table = plain_table(page.model.rowCount())
    floor = Window(table)
    floor.until_painted(floor.show)
    found: dict[str, list[float]] = {"ours": [], "floor": []}
    for turn in range(-5, times):
        took = {"ours": page_down(ours, page.view), "floor": page_down(floor, table)}
        for name, one in took.items() if turn >= 0 else ():
            found[name].append(one)
    report(shown=shown, **found)


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
