"""Owns the order in which Tab goes through a page: the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from interview_coach.ui.widgets.laid_out import laid_out


def stops(layout: QLayout) -> Iterator[QWidget]:
    """The widgets that Tab stops at, as the layouts set them out."""
    for part in laid_out(layout).values():
        if isinstance(part, QLayout):
            yield from stops(part)
            continue
        # Tab also stops at what hands its focus on, so that has to stand beside its proxy.
        hands_on = part.focusProxy() is not None
        if hands_on or part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        below = part.layout()
        if below is not None and (hands_on or not part.focusPolicy()):
            yield from stops(below)


def tab_as_read(layout: QLayout) -> None:
    """Let Tab go as one reads, after the layout's widgets have been moved or made."""
    for before, after in pairwise(stops(layout)):
        QWidget.setTabOrder(before, after)
