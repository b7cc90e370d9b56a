"""Owns undo and redo in the window: done from any page, and then shown where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from interview_coach.domain.changes import Changes, Place
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr

if TYPE_CHECKING:
    from interview_coach.ui.shell.window import MainWindow


class Undoing:
    """Takes deeds back and does them again for a window.

    Whoever looks at the very row stays there, and it lights up. Whoever is elsewhere is taken to it.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def move(self, *, back: bool) -> None:
        """Take the last deed back, or do the last undone one again."""
        window = self._window
        desk = window.desk
        if desk is None:
            return
        can = desk.can()
        if (can.undo if back else can.redo) is None:
            window.toast.show_message(
                tr("There is nothing to undo.") if back else tr("There is nothing to redo.")
            )
            return
        self._show(desk.undo() if back else desk.redo())

    def _show(self, changes: Changes) -> None:
        window = self._window
        place = _standing(changes)
        here = window.here
        at_place = place is not None and _is_at(here, place)
        page = window.stack.currentWidget()
        if isinstance(page, Page) and page.point_at(changes.touched, mine=at_place) is not None:
            return
        if place is None or at_place or not window.has_page(place.kind):
            return
        said = window.toast.accessibleName() if window.toast.isVisible() else ""
        window.go_from_here(place)
        if said and not window.toast.isVisible():
            window.toast.show_message(said)
        page = window.stack.currentWidget()
        spot = page.point_at(changes.touched, mine=True) if isinstance(page, Page) else None
        if spot is not None and spot.focusPolicy() != Qt.FocusPolicy.NoFocus:
            spot.setFocus(Qt.FocusReason.OtherFocusReason)


def _is_at(here: Place, place: Place) -> bool:
    return (here.kind, here.id) == (place.kind, place.id) and place.step in {"", here.step}


def _standing(changes: Changes) -> Place | None:
    """Where the change shows; what is not there any more shows by its absence from the list."""
    place = changes.place
    if place is None:
        return None
    gone = any(t.key == place.id and t.table == place.kind and not t.there for t in changes.touched)
    if place.kind == "library":
        # Its things are of several tables.
        gone = any(t.key == place.id and not t.there for t in changes.touched)
        return Place("library") if gone else place
    return Place("interviews") if gone else place
