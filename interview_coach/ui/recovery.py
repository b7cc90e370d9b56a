"""Owns what a field says when it opens with typing from before a crash: keep it, or throw it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from interview_coach.ui.compare import CompareView
from interview_coach.ui.desk import Typing
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import FlowLayout, Label, LinkButton, PrimaryButton, QuietButton
from interview_coach.ui.widgets.laid_out import laid_out

_VERTICAL = {QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.BottomToTop}
_WIDTH, _HEIGHT = 760, 460


class CompareDialog(QDialog):
    """What stands in the field, and what has been stored since, side by side.

    Signals: those of QDialog; it is accepted when the field's text is meant.
    """

    def __init__(self, stored: str, typed: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Two versions of one text"))
        self.view = CompareView(tr("Saved since"), tr("What you had typed"))
        self.view.show_texts(stored, typed)
        self.mine = PrimaryButton(tr("Keep mine"))
        self.later = QuietButton(tr("Decide later"))
        self.mine.clicked.connect(self.accept)
        self.later.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry().size()
        self.resize(
            min(current().px(_WIDTH), room.width() - 40),
            min(current().px(_HEIGHT), room.height() - 60),
        )
        self.later.setFocus()


class RecoveredNote(QWidget):
    """The line under a field, with its two or three ways on.

    A window with a look of its own brings its own label and kind of button.

    Signals: none of its own; connect to its buttons.
    """

    def __init__(
        self,
        said: QLabel | None = None,
        way: Callable[[str], QPushButton] = LinkButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.said = Label("", "small", "attention", wrap=True) if said is None else said
        self.keep = way(tr("Keep"))
        self.throw = way(tr("Throw away"))
        self.compare = way(tr("Compare"))
        self.back = way(tr("Bring it back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(1)
        column.addWidget(self.said)
        row = QWidget()
        flow = FlowLayout(row, spacing=16, line_spacing=2)
        for button in self.ways:
            flow.addWidget(button)
        column.addWidget(row)

    @property
    def ways(self) -> tuple[QPushButton, ...]:
        """All its buttons, those in sight and the others."""
        return (self.keep, self.throw, self.compare, self.back)

    def say(self, text: str, *buttons: QPushButton) -> None:
        """Say something, with these ways on."""
        self.said.setText(text)
        for button in self.ways:
            button.setVisible(button in buttons)
        self.show()


class Recovery(QObject):
    """Says under a control that it holds typing from before a crash, as long as that is so.

    `keep` is what keeps the text, where leaving the field is not what does. The note is made when
    it is first needed, by `make`: hardly any start is one after a crash.
    """

    def __init__(
        self,
        typing: Typing,
        control: QWidget,
        *,
        keep: Callable[[], object] | None = None,
        make: Callable[[], RecoveredNote] = RecoveredNote,
    ) -> None:
        super().__init__(typing)
        self._make = make
        self._typing = typing
        self._control = control
        self._keep = keep or typing.finish
        self._note: RecoveredNote | None = None
        self._thrown = False
        typing.recovered.connect(self._recovered)
        typing.settled.connect(self._settled)

    @property
    def note(self) -> RecoveredNote | None:
        """The line, once there was something to say."""
        return self._note

    def _recovered(self) -> None:
        note = self._made()
        if self._typing.undecided:
            note.keep.setText(tr("Keep mine"))
            note.throw.setText(tr("Take the saved one"))
            note.say(
                tr("You typed this before the program stopped. What is saved was changed since."),
                note.keep,
                note.throw,
                note.compare,
            )
        else:
            note.keep.setText(tr("Keep"))
            note.throw.setText(tr("Throw away"))
            note.say(tr("From before the program stopped. Not saved yet."), note.keep, note.throw)
        self._control.setAccessibleDescription(note.said.text())

    def _made(self) -> RecoveredNote:
        if self._note is None:
            note = self._note = self._make()
            put_under(self._control, note)
            note.keep.clicked.connect(self._kept)
            note.throw.clicked.connect(self._throw)
            note.back.clicked.connect(self._bring_back)
            note.compare.clicked.connect(self._compare)
            self._typing.destroyed.connect(note.deleteLater)
        return self._note

    def _kept(self) -> None:
        self._typing.decide()
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()
        self._settled()

    def _throw(self) -> None:
        self._thrown = True
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typing.throw_away()
        self._thrown = False
        note = self._made()
        note.say(tr("Thrown away."), note.back)

    def _bring_back(self) -> None:
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typing.bring_back()
        self._recovered()

    def _compare(self) -> None:
        typed, stored = self._typing.texts
        dialog = CompareDialog(stored, typed, self._control.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._kept)
        dialog.open()

    def _settled(self) -> None:
        if self._note is not None and not self._thrown and not self._typing.dirty:
            self._note.hide()
            self._control.setAccessibleDescription("")


def put_under(control: QWidget, note: QWidget) -> None:
    """Put a note under a control: in the nearest column that holds it, after what holds it there."""
    parent = control.parentWidget()
    layout = parent.layout() if parent is not None else None
    if layout is None:
        note.setParent(control.window())
        return
    place = _place_in(layout, control)
    if place is None:
        layout.addWidget(note)
    else:
        column, at = place
        column.insertWidget(at + 1, note)


def _place_in(layout: QLayout, control: QWidget) -> tuple[QBoxLayout, int] | None:
    """The innermost column inside a layout in which a control stands, and where."""
    for at, part in laid_out(layout).items():
        found = _place_in(part, control) if isinstance(part, QLayout) else None
        if found is not None:
            return found
        holds = part is control or (isinstance(part, QLayout) and _holds(part, control))
        if holds and isinstance(layout, QBoxLayout) and layout.direction() in _VERTICAL:
            return layout, at
    return None


def _holds(layout: QLayout, control: QWidget) -> bool:
    return any(
        part is control or (isinstance(part, QLayout) and _holds(part, control))
        for part in laid_out(layout).values()
    )
