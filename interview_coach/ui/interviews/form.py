"""Owns what the dialogs here share: typing that outlives a crash, complaints beside their fields."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.trouble import Complaint, Invalid
from interview_coach.store.deeds import Writer
from interview_coach.ui import say, words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr
from interview_coach.ui.theme import SPACE, current
from interview_coach.ui.widgets import (
    Banner,
    Divider,
    Field,
    LineText,
    LongText,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    Segmented,
    announce,
)

P = ParamSpec("P")
R = TypeVar("R")
Raw = dict[str, Any]


class Kept(Typing):
    """All that stands in a dialog, as one field of scratch: only saving or discarding ends it."""

    def __init__(
        self,
        desk: Desk,
        parent: QObject,
        field: str,
        read: Callable[[], str],
        write: Callable[[str], None],
        *,
        begins_stored: bool = False,
    ) -> None:
        super().__init__(
            desk, parent, field, read, write, lambda _text: None, begins_stored=begins_stored
        )

    def settle(self) -> bool:
        """The program closes or undoes something else: what was typed stays in scratch."""
        self.keep()
        return True

    def take_over(
        self, deed: Callable[Concatenate[Writer, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Do the deed that the dialog ends with; its scratch goes in the same transaction."""
        result = self._desk.store.settle(self.field, deed, *args, **kwargs)
        self._timer.stop()
        self.clean()
        return result


class CalmWheel(QObject):
    """Keeps the mouse wheel from changing a box that merely passes under it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page unless the box has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            return self._passes(watched, event)
        return super().eventFilter(watched, event)

    @staticmethod
    def _passes(watched: QWidget, event: QEvent) -> bool:
        if watched.hasFocus():
            return False
        event.ignore()
        return True


def row_of(*columns: tuple[QWidget, int]) -> QWidget:
    """Widgets beside each other, aligned at their tops, each with its share of the width."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    for place, (widget, share) in enumerate(columns):
        grid.addWidget(widget, 0, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, share)
    return holder


class DraftDialog(QDialog):
    """A form whose whole content survives a crash, and which is never closed over what was typed.

    Subclasses fill `form`, name their fields in `fields` in the order of the eye, and end their
    constructor with `begin`.

    Signals:
        saved(str): the deed is done; the id of what was saved.
    """

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, heading: str, save: str) -> None:
        super().__init__(parent)
        self.desk = desk
        self.fields: dict[str, Field] = {}
        self.setWindowTitle(heading)
        self.setModal(True)
        self.calm = CalmWheel(self)
        self._fresh = ""
        self._first: QWidget = self
        self._kept: Kept | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._page = ScrollPage(margin=24)
        self.form = self._page.body
        self.form.setSpacing(SPACE.gap)
        self.restored = Banner("", "attention", action=tr("Start afresh"), dismissable=True)
        self.brought_back = Banner(
            tr("What you had typed was thrown away."), action=tr("Bring it back"), dismissable=True
        )
        self.restored.acted.connect(self.start_afresh)
        self.brought_back.acted.connect(self.bring_back)
        self.brought_back.hide()
        self.restored.hide()
        self.form.addWidget(self.restored)
        self.first_this_text = tr(
            "This one is open. Save it or leave it first, then begin another."
        )
        self.first_this = Banner(self.first_this_text, "attention", dismissable=True)
        self.first_this.hide()
        self.form.addWidget(self.first_this)
        self.form.addWidget(self.brought_back)
        column.addWidget(self._page, 1)
        column.addWidget(Divider())
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 14, 24, 14)
        foot.setSpacing(12)
        self.cancel_button = QuietButton(tr("Cancel"))
        self.save_button = PrimaryButton(save)
        self.save_button.setToolTip(tr("Ctrl+Enter"))
        # Boxes keep the key to themselves, so that it has to be heard before them.
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(Qt.Modifier.CTRL | key, self, self.save)
        # The window below cannot hear it; whoever wants to begin anew is told what stands open here.
        QShortcut(Qt.Modifier.CTRL | Qt.Key.Key_N, self, self._one_at_a_time)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        column.addLayout(foot)

    def _one_at_a_time(self) -> None:
        """Ctrl+N again: this one first, from its beginning; nothing of it is given up."""
        self._page.ensureVisible(0, 0)
        self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.first_this.show()
        announce(self, self.first_this_text)

    # --- for subclasses -----------------------------------------------------------------------

    def read(self) -> Raw:
        """All that stands in the form, as it was typed."""
        raise NotImplementedError

    def write(self, raw: Raw) -> None:
        """Put it there again; may meet what an older version wrote."""
        raise NotImplementedError

    def commit(self, kept: Kept) -> str:
        """Do the deed by `kept.take_over`; the id of what was saved. Raises `Invalid`."""
        raise NotImplementedError

    def field_for(self, found: Complaint) -> Field:
        """The field that a complaint stands beside."""
        return self.fields[found.field]

    def add_field(self, name: str, field: Field) -> Field:
        """Know a field by its name in the draft; an edit takes its complaint away."""
        self.fields[name] = field
        control = field.control
        if isinstance(control, LineText | LongText):
            control.edited.connect(self.edited)
            control.edited.connect(field.clear_error)
            control.paste_refused.connect(field.show_error)
        if isinstance(control, LongText):
            control.submitted.connect(self.save)
        return field

    def begin(self, field: str, first: QWidget, *, stored: bool = False) -> None:
        """The form is filled: what stands there is fresh, and what a crash left is restored.

        `stored`: what stands there is stored already, so that a change of it meanwhile is told.
        """
        self._fresh = self._read_text()
        self._first = first
        self._kept = Kept(
            self.desk, self, field, self._read_text, self._write_text, begins_stored=stored
        )
        self._kept.recovered.connect(self._recovered)
        self._kept.show(self._fresh)

    def begin_from_here(self) -> None:
        """What a subclass has put into the form since is fresh too: nobody typed it."""
        self._fresh = self._read_text()

    # --- what the person does -----------------------------------------------------------------

    @property
    def touched(self) -> bool:
        """Whether anything stands in the form that was not there at first."""
        return self._read_text() != self._fresh

    def edited(self) -> None:
        """Something was typed or chosen."""
        if self._kept is not None:
            self._kept.edited()

    def save(self) -> None:
        """Save, or say beside each field what is wrong with it."""
        kept = self._kept
        if kept is None:
            return
        for field in self.fields.values():
            field.clear_error()
        try:
            key = self.commit(kept)
        except Invalid as error:
            self.complain(error.complaints)
            return
        self.saved.emit(key)
        self.accept()

    def complain(self, complaints: tuple[Complaint, ...]) -> None:
        """Show each complaint beside its field; the first one in sight gets the focus."""
        bad: list[Field] = []
        for found in complaints:
            field = self.field_for(found)
            if not field.error:
                field.show_error(words.complaint(found))
                bad.append(field)
        order = list(self.fields.values())
        first = min(bad, key=lambda field: order.index(field) if field in order else len(order))
        # The page scrolls to it only where it is: after the new lines have found their room.
        QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(first, 0, 24))
        control = first.control
        if isinstance(control, Segmented):
            control = control.choices[0]
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(first, first.error)

    def start_afresh(self) -> None:
        """Let what was restored go."""
        if self._kept is not None:
            self._kept.throw_away()
            self.restored.hide()
            self.brought_back.show()
            for field in self.fields.values():
                field.clear_error()
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_back(self) -> None:
        """What was thrown away stands there again, unsaved."""
        if self._kept is not None:
            self._kept.bring_back()
            self.brought_back.hide()
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc, Cancel or the cross: ask when something was typed."""
        if self.touched and not say.ask(
            self,
            Sentence(
                tr("Discard what you typed?"), tr("It has not been saved as anything else yet.")
            ),
            tr("Discard"),
            tr("Keep editing"),
            danger=True,
        ):
            return
        if self._kept is not None:
            self._kept.drop()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from anywhere; Enter alone never does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first field, in a size that the screen has."""
        super().showEvent(event)
        if self._first is not self:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, width: int, height: int) -> None:
        """Take this size, or what the screen has."""
        room = self.screen().availableGeometry().size()
        self.resize(
            min(current().px(width), room.width() - 40),
            min(current().px(height), room.height() - 60),
        )

    # --- as text ------------------------------------------------------------------------------

    def _read_text(self) -> str:
        return json.dumps(self.read(), ensure_ascii=False, sort_keys=True)

    def _write_text(self, text: str) -> None:
        try:
            raw = json.loads(text)
        except (ValueError, RecursionError):
            return
        if isinstance(raw, dict):
            self.write(raw)

    def _recovered(self) -> None:
        if self.touched:
            changed = self._kept is not None and self._kept.undecided
            self.restored.set_text(
                tr(
                    "You typed this before the program stopped. What is saved was changed since: “Start afresh” shows that."
                )
                if changed
                else tr("From before the program stopped. Not saved yet.")
            )
            self.restored.show()
        elif self._kept is not None:
            self._kept.drop()


def text_in(raw: Raw, name: str, otherwise: str = "") -> str:
    """A text of a restored form; what was there before, where it holds none."""
    found = raw.get(name, otherwise)
    return found if isinstance(found, str) else otherwise


def number_in(raw: Raw, name: str, otherwise: int) -> int:
    """A number of a restored form."""
    found = raw.get(name, otherwise)
    return found if isinstance(found, int) and not isinstance(found, bool) else otherwise
