"""Owns what menus need for the keyboard and the ear: a letter for every action, and actions of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu


def give_letters(actions: Sequence[QAction]) -> None:
    """Give each action a letter to press while its menu is open, its first one that is free.

    A letter that an action has already stays its own.
    """
    lacking = [a for a in actions if a.text() and not _letter(a) and not a.isSeparator()]
    taken = {_letter(action) for action in actions}
    for action in lacking:
        text = action.text()
        for place in _tries(text):
            letter = text[place].casefold()
            if letter not in taken:
                taken.add(letter)
                action.setText(f"{text[:place]}&{text[place:]}")
                break


def add_copy(menu: QMenu, action: QAction) -> QAction:
    """Put a copy of an action into a menu that will be deleted; it does what the action does.

    Qt's accessible object of an action belongs to the menu that first showed it. With that menu the
    action itself would fall silent, in every other menu and for good.
    """
    copy = QAction(action.icon(), action.text(), menu)
    copy.setEnabled(action.isEnabled())
    copy.setVisible(action.isVisible())
    copy.setCheckable(action.isCheckable())
    copy.setChecked(action.isChecked())
    # Shown, but heard by the action alone.
    copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    copy.setShortcuts(action.shortcuts())
    copy.triggered.connect(action.trigger)
    menu.addAction(copy)
    return copy


def _letter(action: QAction) -> str:
    return QKeySequence.mnemonic(action.text()).toString().rsplit("+", 1)[-1].casefold()


def _tries(text: str) -> list[int]:
    """Places of letters, beginnings of words first."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    first = [at for at in places if at == 0 or text[at - 1].isspace()]
    return [*first, *(at for at in places if at not in first)]
