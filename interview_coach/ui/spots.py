"""Where on a page a row of the store shows, so that undo can point there.

A widget that shows a row, or one column of it, is tagged with what `Touched.spots` calls it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from interview_coach.domain.changes import Touched
from interview_coach.ui.widgets import flash

_ROOM = 48
# Kept here and not found by asking the page for all its widgets: among those are Qt's own, which it deletes
# without a word to Python, and whose addresses come back as other things.
_tags: WeakKeyDictionary[QWidget, tuple[str, ...]] = WeakKeyDictionary()


def tag(widget: QWidget, *names: str) -> None:
    """Say what a widget shows: a row by its key, a column by "table.column", or a table."""
    _tags[widget] = names


def tagged(page: QWidget) -> dict[str, QWidget]:
    """What can be seen on a page, by what it shows; of two the first, as one reads."""
    found: dict[str, QWidget] = {}
    seen = [w for w in list(_tags) if isValid(w) and page.isAncestorOf(w) and w.isVisibleTo(page)]
    for widget in sorted(seen, key=lambda w: w.mapTo(page, QPoint()).toTuple()[::-1]):
        for name in _tags[widget]:
            found.setdefault(name, widget)
    return found


def point_at(page: QWidget, found: Sequence[Touched], *, exact: bool) -> QWidget | None:
    """Scroll the nearest spot of what was touched into sight and let it light up; which it is.

    `exact`: only by a row's own key, as the page's tables are about something else.
    """
    here = tagged(page)
    named = [_names(one, exact=exact) for one in found if one.there]
    # Each kind of name in turn: a row that is here says more than another one's table.
    for place in range(max(map(len, named), default=0)):
        for names in named:
            if place < len(names) and names[place] in here:
                widget = here[names[place]]
                # Once the layouts have placed what is new.
                QTimer.singleShot(0, widget, partial(_show, widget))
                return widget
    return None


def _names(one: Touched, *, exact: bool) -> tuple[str, ...]:
    return tuple(name for name in one.spots if not exact or name.startswith(one.key))


def _show(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, min(_ROOM, around.viewport().height() // 4))
        around = around.parentWidget()
    flash(widget)
