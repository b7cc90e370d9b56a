"""Every action of the window with its key, in one table: the menus, F1 and find-anything read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from interview_coach.ui.shell.bar import bar_of
from interview_coach.ui.text import tr


@dataclass(frozen=True, slots=True)
class Command:
    """One action: its name in code, its menu ("file", ...), its words, its keys, what it does."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]
    role: QAction.MenuRole = QAction.MenuRole.NoRole


def add_actions(window: QMainWindow, commands: list[Command | None]) -> dict[str, QAction]:
    """Fill the menu bar; None is a line between two actions of one menu. Gives the actions by name."""
    bars = bar_of(window)
    made: dict[str, QAction] = {}
    menu = ""
    for command in commands:
        if command is None:
            bars[menu].addSeparator()
            continue
        menu = command.menu
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setMenuRole(command.role)
        action.triggered.connect(lambda _checked=False, run=command.run: run())
        bars[menu].addAction(action)
        made[command.name] = action
    return made


def key_text(action: QAction) -> str:
    """The keys of an action as the person reads them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tr(" or ").join(sequence.toString(native) for sequence in action.shortcuts())


def plain(action: QAction) -> str:
    """An action's words without the mark of its menu key."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
