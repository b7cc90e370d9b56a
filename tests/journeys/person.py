"""A person at the window: finds things by what they are called, clicks, types, closes, comes back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.ui.desk import Desk
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.theme import Theme
from tests.stores import Clock

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE_MS = 10_000


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


class Person:
    """Sits before one window on one data folder."""

    def __init__(self, qtbot: QtBot, folder: Path, clock: Clock, theme: Theme) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.clock = clock
        self.theme = theme
        self.session: Session | None = None

    # --- coming and going ---------------------------------------------------------------------

    def start(self, *, width: int = 1280, height: int = 820) -> None:
        """Start the program and wait until it can do everything."""
        session = Session(self.folder, self.theme, Trace(), clock=self.clock)
        self.session = session
        with self.qtbot.waitSignal(session.ready, timeout=PATIENCE_MS):
            session.window.resize(width, height)
            session.show()

    def close(self) -> None:
        """Close the window as one does."""
        session = self.session
        assert session is not None
        with self.qtbot.waitSignal(session.ended, timeout=PATIENCE_MS):
            session.window.close()
        session.window.deleteLater()
        self.session = None

    def killed(self, elsewhere: Path) -> Person:
        """Another start after this one was killed now: on a copy of the files as they lie there."""
        shutil.copytree(self.folder, elsewhere, ignore=shutil.ignore_patterns("*.lock"))
        return Person(self.qtbot, elsewhere, self.clock, self.theme)

    @property
    def window(self) -> MainWindow:
        """The window."""
        assert self.session is not None
        return self.session.window

    @property
    def desk(self) -> Desk:
        """The desk, for asking what was stored."""
        assert self.session is not None
        assert self.session.desk is not None
        return self.session.desk

    # --- looking ------------------------------------------------------------------------------

    @property
    def front(self) -> QWidget:
        """What lies on top: an open dialog, else the window."""
        dialogs = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
        ]
        return dialogs[-1] if dialogs else self.window

    def all(self, name: str, kind: type[QWidget] = QWidget) -> list[QWidget]:
        """The visible widgets of that name (its beginning is enough when it ends with …)."""
        found = []
        for widget in self.front.findChildren(kind):
            if not widget.isVisible():
                continue
            called = name_of(widget)
            wanted = name.removesuffix("…")
            if called == name or (name.endswith("…") and called.startswith(wanted)):
                found.append(widget)
        return found

    def one(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The first visible widget of that name; fails with what there is."""
        found = self.all(name, kind)
        if not found:
            there = sorted(
                {name_of(w) for w in self.front.findChildren(kind) if w.isVisible()} - {""}
            )
            raise AssertionError(f"nothing here is called {name!r}; there is: {there}")
        return found[0]

    def texts(self) -> str:
        """Everything that can be read on what lies on top."""
        lines = []
        for widget in [self.front, *self.front.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            lines.append(name_of(widget))
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                lines.append(widget.text())
            if isinstance(widget, QPlainTextEdit):
                lines.append(widget.toPlainText())
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is not None:
                lines.append(interface.text(QAccessible.Text.Value))
                lines.append(interface.text(QAccessible.Text.Description))
        return "\n".join(line for line in lines if line)

    def sees(self, text: str) -> bool:
        """Whether a text can be read."""
        return text in self.texts()

    def wait_to_see(self, text: str) -> None:
        """Wait until a text can be read."""
        try:
            self.qtbot.waitUntil(lambda: self.sees(text), timeout=PATIENCE_MS)
        except Exception as error:
            raise AssertionError(f"{text!r} is not to be seen in:\n{self.texts()}") from error

    # --- doing --------------------------------------------------------------------------------

    def click(self, name: str, kind: type[QWidget] = QAbstractButton) -> None:
        """Click what is called so."""
        widget = self.one(name, kind)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, QPoint(12, widget.height() // 2))

    def into(self, name: str, text: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Click into a field and replace what is in it by typing."""
        widget = self.one(name, kind)
        line = widget.lineEdit() if isinstance(widget, QComboBox) else None
        widget = line if line is not None else widget
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_A, CTRL)
        QTest.keyClicks(widget, text)
        return widget

    @property
    def focused(self) -> QWidget:
        """Where the keys go: a dialog that just opened has its own focus before it is active."""
        front = self.front
        if not front.isActiveWindow():
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow, timeout=PATIENCE_MS)
        focused = QApplication.focusWidget()
        if focused is not None and front.isAncestorOf(focused):
            return focused
        # Qt's types say that there always is one.
        own = cast("QWidget | None", front.focusWidget())
        return front if own is None else own

    def focused_name(self) -> str:
        """What the focus is on is called."""
        return name_of(self.focused)

    def menu_is_open(self) -> QMenu | None:
        """The menu that is open, if one is."""
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def choose_from_menu(self, text: str) -> None:
        """Go down to a line of the open menu and take it."""
        self.qtbot.waitUntil(lambda: self.menu_is_open() is not None, timeout=PATIENCE_MS)
        menu = self.menu_is_open()
        assert menu is not None
        for _ in range(len(menu.actions()) + 1):
            active = cast("QAction | None", menu.activeAction())
            if active is not None and active.text().replace("&", "").startswith(text):
                QTest.keyClick(menu, Key.Key_Return)
                return
            QTest.keyClick(menu, Key.Key_Down)
        raise AssertionError(f"no {text!r} among {[a.text() for a in menu.actions()]}")

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focused, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focused, key, modifier)

    def tab_to(self, name: str) -> None:
        """Press Tab until the focus is on what is called so; fails when it never is."""
        seen = []
        for _ in range(120):
            called = self.focused_name()
            if called == name or (name.endswith("…") and called.startswith(name[:-1])):
                return
            seen.append(called)
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}; it went over {seen}")

    def command(self, name: str) -> None:
        """Choose an action of the menu bar by its name in code."""
        assert self.session is not None
        self.session.menu.actions[name].trigger()
