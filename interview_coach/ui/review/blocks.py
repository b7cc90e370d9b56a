"""Owns what the form's second page is put together from: blocks, each with a name to jump to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from interview_coach.domain.review import ReviewForm
from interview_coach.ui.review.order import stops


class Block(QWidget):
    """A part of the review that is mounted into it by one line in `mounted.py`.

    It is made once for an interview and shown again after every change: `show_form` gives it the form,
    and what it needs beyond that it asks the desk for. What is typed in it goes through `Keeping`, so
    that sealing and leaving keep it. It calls `updateGeometry` like any widget when it grows.

    Signals: none of its own.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored; a block with nothing to say hides itself."""
        raise NotImplementedError


class Part(NamedTuple):
    """Where one jumps to: what it is called, and the widgets it consists of, the first on top."""

    name: str
    widgets: tuple[QWidget, ...]

    @property
    def there(self) -> bool:
        """Whether there is something to go to."""
        return any(not widget.isHidden() for widget in self.widgets)

    def first(self) -> QWidget | None:
        """Where one begins in it."""
        for widget in self.widgets:
            found = next(_stops(widget), None) if not widget.isHidden() else None
            if found is not None:
                return found
        return None

    def holds(self, widget: QWidget | None) -> bool:
        """Whether a widget belongs to it."""
        return widget is not None and any(
            one is widget or one.isAncestorOf(widget) for one in self.widgets
        )


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if isinstance(layout, QLayout):
        yield from (one for one in stops(layout) if one.isVisible() and one.isEnabled())
