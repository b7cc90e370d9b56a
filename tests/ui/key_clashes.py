"""Finds keys that two actions of one window claim: Qt then does neither."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

Claim = tuple[QWidget, Qt.ShortcutContext, str]
_FOCUSED = {
    Qt.ShortcutContext.WidgetShortcut,
    Qt.ShortcutContext.WidgetWithChildrenShortcut,
}


def clashes(window: QWidget) -> list[str]:
    """The keys of what is shown that two claim at once, with the words of both."""
    held: dict[str, list[Claim]] = {}
    for keys, claim in _claims(window):
        held.setdefault(keys, []).append(claim)
    return [
        f"{keys}: {one[2]} and {other[2]}"
        for keys, claims in held.items()
        for one, other in combinations(claims, 2)
        if _both_heard(one, other)
    ]


def _claims(window: QWidget) -> Iterator[tuple[str, Claim]]:
    for shortcut in window.findChildren(QShortcut):
        place = shortcut.parent()
        if isinstance(place, QWidget) and place.window() is window and place.isVisible():
            said, sequences = f"a shortcut of {type(place).__name__}", shortcut.keys()
            for sequence in sequences:
                yield sequence.toString(), (place, shortcut.context(), said)
    for action in window.findChildren(QAction):
        place = _place(action, window)
        if place is not None and action.isEnabled():
            for sequence in action.shortcuts():
                yield sequence.toString(), (place, action.shortcutContext(), action.text())


def _place(action: QAction, window: QWidget) -> QWidget | None:
    """Where an action's keys are heard; None for one that is only in a menu that pops up."""
    for owner in action.associatedObjects():
        if isinstance(owner, QMenu):
            # A page's own actions stand in the bar's menu too, but are heard in the page only.
            everywhere = action.shortcutContext() not in _FOCUSED
            if everywhere and owner.menuAction() in _bar_actions(window):
                return window
        elif isinstance(owner, QWidget) and owner.window() is window and owner.isVisible():
            return owner
    return None


def _bar_actions(window: QWidget) -> list[QAction]:
    return [action for bar in window.findChildren(QMenuBar) for action in bar.actions()]


def _both_heard(one: Claim, other: Claim) -> bool:
    """Whether there is a focus at which both are heard."""
    (here, mine, _), (there, theirs, _) = one, other
    if here is there:
        return True
    if mine in _FOCUSED and theirs in _FOCUSED:
        wide = Qt.ShortcutContext.WidgetWithChildrenShortcut
        above = mine == wide and here.isAncestorOf(there)
        return above or (theirs == wide and there.isAncestorOf(here))
    return True
