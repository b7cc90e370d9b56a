"""Owns the order in which Tab goes through a window: the order in which it is read.

Qt goes by the order in which widgets were made, so that a row that is added later comes last of all.
Here the layouts decide, at the moment of the key.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QMainWindow, QWidget

from interview_coach.ui.widgets.laid_out import children_of, laid_out


def as_read(part: QWidget) -> Iterator[QWidget]:
    """Everything visible in a widget, in the order of its layouts, then of its places."""
    layout = None if isinstance(part, QMainWindow) else part.layout()
    seen: set[QWidget] = set()
    for child in _laid_out(layout) if layout is not None else ():
        if child not in seen and child.parentWidget() is part:
            seen.add(child)
            yield from _with_its_parts(child)
    rest = [child for child in children_of(part) if child not in seen]
    backwards = part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for child in sorted(rest, key=lambda w: (w.y(), -w.x() if backwards else w.x())):
        yield from _with_its_parts(child)


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops in a window, in the order in which it is read."""
    return [widget for widget in as_read(window) if _is_stop(widget)]


def tab_on(window: QWidget, *, forwards: bool) -> bool:
    """Give the focus to the next stop of a window, or to the one before; whether there is one.

    For `focusNextPrevChild` of a window: every widget in it asks its window at last. Where the system
    lets Tab stop at texts and lists only, Qt's own way is left to it.
    """
    if QGuiApplication.styleHints().tabFocusBehavior() != _EVERYTHING:
        return False
    order = [w for w in as_read(window) if w.hasFocus() or _is_stop(w)]
    focused = QApplication.focusWidget()
    if not any(_is_stop(widget) for widget in order):
        return False
    step = 1 if forwards else -1
    here = order.index(focused) if focused in order else (-1 if forwards else 0)
    there = (here + step) % len(order)
    while not _is_stop(order[there]):
        there = (there + step) % len(order)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    order[there].setFocus(reason)
    return True


_EVERYTHING = Qt.TabFocusBehavior.TabFocusAllControls


def _is_stop(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isEnabled() and widget.focusProxy() is None


def _with_its_parts(widget: QWidget) -> Iterator[QWidget]:
    if widget.isVisible() and not widget.isWindow():
        yield widget
        yield from as_read(widget)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    parts = laid_out(layout)
    places = list(parts)
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[index]
    for at in places:
        part = parts[at]
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        else:
            yield part
