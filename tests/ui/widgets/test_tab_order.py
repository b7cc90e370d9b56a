"""Tab goes through a window as one reads it, whenever its parts were made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interview_coach.ui import widgets as kit
from interview_coach.ui.theme import Theme


class Window(QMainWindow):
    """A window whose parts are made in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.late = QPushButton("last in the first column")
        self.right = QPushButton("the second column")
        self.combo = QComboBox()
        self.combo.setEditable(True)
        self.first = QLineEdit("first")
        self.off = QPushButton("off")
        self.off.setEnabled(False)
        self.hidden = QPushButton("hidden")
        self.grid = [QCheckBox(str(at)) for at in range(4)]
        middle = QWidget()
        row = QHBoxLayout(middle)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        for part in (self.first, self.off, self.hidden, self.combo, self.late):
            self.column.addWidget(part)
        self.hidden.hide()
        area.setWidget(inner)
        row.addWidget(area)
        side = QVBoxLayout()
        side.addWidget(self.right)
        grid = QGridLayout()
        for at in (3, 1, 2, 0):
            grid.addWidget(self.grid[at], at // 2, at % 2)
        side.addLayout(grid)
        row.addLayout(side)
        self.setCentralWidget(middle)
        self.floating = QPushButton("over it all", middle)
        self.floating.move(0, 200)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """As read."""
        return kit.tab_on(self, forwards=forwards)


def walk(key: Qt.Key, times: int) -> list[QWidget]:
    walked = []
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        there = QApplication.focusWidget()
        assert there is not None
        walked.append(there)
    return walked


def test_tab_goes_as_one_reads_and_comes_round(theme: Theme, qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.first.setFocus()
    added = QPushButton("added later, in the middle")
    window.column.insertWidget(3, added)
    qtbot.waitUntil(added.isVisible)
    expected = [
        *(added, window.combo, window.late, window.right, *window.grid, window.floating),
        window.first,
    ]
    assert walk(Qt.Key.Key_Tab, len(expected)) == expected
    assert walk(Qt.Key.Key_Backtab, len(expected)) == [*expected[-2::-1], window.first]


def test_tab_begins_at_the_first_when_nothing_has_the_focus(theme: Theme, qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    assert kit.tab_on(window, forwards=True)
    assert window.first.hasFocus()


def test_from_what_tab_does_not_stop_at_it_goes_on_from_there(theme: Theme, qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.late.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.late.setFocus()
    assert kit.tab_on(window, forwards=True)
    assert window.right.hasFocus()
    window.late.setFocus()
    assert kit.tab_on(window, forwards=False)
    assert window.combo.hasFocus()
