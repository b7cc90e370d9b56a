"""Owns editing one thing where its row was: saved on leaving, given up by Esc, kept through a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from interview_coach.domain.trouble import Invalid
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, LineText, LongText, small
from interview_coach.ui.widgets.focus_watch import on_focus_change
from interview_coach.ui.widgets.mouse import MouseFree

# What stands in the fields, each as a text, in the order of the class.
Values = list[str]
Ending = tuple[Callable[..., Any], tuple[Any, ...]]


class InPlace(QFrame):
    """The fields of one thing. A subclass makes them, then calls `begin_typing`.

    Signals:
        ended(str): the person ended editing by a key, so the focus belongs back on the row; its key.
        left(str): the focus went elsewhere, and what was typed is kept.
    """

    ended = Signal(str)
    left = Signal(str)
    typing: Typing

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.fields: dict[str, Field] = {}
        self._closing = False
        self._free = MouseFree(self)
        self._free.came.connect(self._close)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 10)
        self.column.setSpacing(8)

    # --- what a subclass says -----------------------------------------------------------------

    @property
    def first(self) -> QWidget:
        """Where editing begins."""
        return next(iter(self.fields.values())).control

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return tuple(field.control for field in self.fields.values())

    def values(self) -> Values:
        """What stands in the fields."""
        raise NotImplementedError

    def show_values(self, values: Values) -> None:
        """Let this stand in the fields."""
        raise NotImplementedError

    def ending(self, values: Values) -> Ending | None:
        """The deed that editing ends with; None where there is nothing to keep."""
        raise NotImplementedError

    def read_aloud(self, values: Values) -> str:
        """How a person reads it, for two versions side by side."""
        return "\n".join(text for text in values if text)

    # --- for subclasses -----------------------------------------------------------------------

    def add_field(self, name: str, label: str, control: QWidget) -> Field:
        """Make the field of an input; the subclass puts it in its place."""
        field = self.fields[name] = Field(label, control)
        if isinstance(control, LineText | LongText):
            control.edited.connect(self.edited)
            control.submitted.connect(self.submit)
            control.paste_refused.connect(field.show_error)
        return field

    def begin_typing(self, desk: Desk, name: str, stored: Values) -> None:
        """Show what is stored, or what a crash left; every field has been made."""
        hint = small(tr("Ctrl+Enter saves, Esc brings back what was there."))
        self.column.addWidget(hint)
        self.typing = Typing(
            desk,
            self,
            name,
            lambda: _packed(self.values()),
            lambda packed: self.show_values(json.loads(packed)),
            lambda packed: self.ending(json.loads(packed)),
            plain=lambda packed: self.read_aloud(json.loads(packed)),
        )
        self.typing.refused.connect(self._refuse)
        Recovery(self.typing, hint, keep=self.submit)
        self.typing.show(_packed(stored))
        on_focus_change(self._focus_moved)

    def show_stored(self, stored: Values) -> None:
        """Show what the store says now, unless something has been typed."""
        self.typing.show(_packed(stored))

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def edited(self) -> None:
        """Something was typed or chosen."""
        for field in self.fields.values():
            field.clear_error()
        self.typing.edited()

    def submit(self) -> None:
        """Keep it, if it is sound."""
        if not self._closing and self.typing.finish():
            self._closing = True
            self.ended.emit(self.key)

    def give_up(self) -> None:
        """Leave what was there."""
        self._closing = True
        self.typing.drop()
        self.ended.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up; Enter saves from what has no Enter of its own."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.give_up()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.submit()
            case _:
                super().keyPressEvent(event)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._closing or not self._holds(before) or self._holds(now):
            return
        if now is None:
            # The window has lost the focus: it may be half typed, scratch has it.
            self.typing.scribble()
        elif self.typing.finish():
            self._closing = True
            self._free.wait()

    def _holds(self, widget: QWidget | None) -> bool:
        # A list or a calendar that pops up is a window of its own, so isAncestorOf does not do.
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    def _close(self) -> None:
        self.left.emit(self.key)

    def _refuse(self, error: Invalid) -> None:
        for complaint in error.complaints:
            field = self.fields.get(complaint.field) or next(iter(self.fields.values()))
            field.show_error(words.complaint(complaint))


def _packed(values: Values) -> str:
    return json.dumps(values, ensure_ascii=False)
