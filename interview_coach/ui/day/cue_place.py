"""Owns where the cue card's window may stand: within a screen that is there, on top where that exists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize

USUAL = QSize(400, 600)
SMALLEST = QSize(260, 240)
_EDGE = 24
# So much of it has to be in sight to be found and dragged back.
_REACH = QSize(80, 60)
# Elsewhere a program may wish what it likes: the compositor alone decides, or there is no desktop.
_ON_TOP = frozenset({"xcb", "windows", "cocoa"})


def stays_on_top(platform: str) -> bool:
    """Whether windows of this platform of Qt's can ask to stay above all others."""
    return platform in _ON_TOP


def can_come_forward(platform: str) -> bool:
    """Whether there is a desktop on which a window can come before another."""
    return platform not in {"offscreen", "minimal"}


def _shared(one: QRect, other: QRect) -> QSize:
    return one.intersected(other).size()


def place_within(wanted: QRect | None, screens: Sequence[QRect]) -> QRect:
    """Where to show the window: as wanted, but within a screen; at first in the top right corner.

    `screens` are the parts of the screens that windows may cover, the main one first.

    | wanted                                | result                                      |
    | ------------------------------------- | ------------------------------------------- |
    | None                                  | usual size, top right of the first screen   |
    | within a screen                       | as it is                                    |
    | hanging over an edge, but reachable   | moved inside the screen that has most of it |
    | on a screen that is gone              | same size, top right of the first screen    |
    | larger than its screen                | as large as that screen                     |
    """
    size = wanted.size().expandedTo(SMALLEST) if wanted is not None else QSize(USUAL)
    home = screens[0]
    if wanted is not None:
        best = max(screens, key=lambda s: _shared(wanted, s).width() * _shared(wanted, s).height())
        seen = _shared(wanted, best)
        if seen.width() >= _REACH.width() and seen.height() >= _REACH.height():
            size = size.boundedTo(best.size())
            left = min(max(wanted.left(), best.left()), best.right() + 1 - size.width())
            top = min(max(wanted.top(), best.top()), best.bottom() + 1 - size.height())
            return QRect(QPoint(left, top), size)
    size = size.boundedTo(home.size())
    corner = QPoint(home.right() + 1 - size.width() - _EDGE, home.top() + _EDGE)
    corner.setX(max(corner.x(), home.left()))
    corner.setY(min(corner.y(), home.bottom() + 1 - size.height()))
    return QRect(corner, size)
