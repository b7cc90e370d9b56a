"""Owns one choice out of a few, painted by others.

Underneath are radio buttons, so that the keyboard and screen readers find what they know.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from interview_coach.ui.theme import TextRole, current
from interview_coach.ui.widgets.drawing import by_keyboard, live

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Choice(QRadioButton):
    """One of the choices.

    Signals: those of QRadioButton, and
        given_up(): the person chose what was chosen already, or pressed Delete.
    """

    given_up = Signal()
    role: TextRole = "small_label"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.plain = text
        self._ring = False
        self._was_on = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        live(self._retheme)

    def shows_ring(self) -> bool:
        """Tell whether to paint the focus ring."""
        return self.hasFocus() and self._ring

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked, not only where Qt's own circle would be."""
        return self.rect().contains(position)

    def minimumSizeHint(self) -> QSize:
        """A choice is not cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the ring; a window that comes back leaves it as it was."""
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete and Backspace give the choice up; any key brings the ring."""
        self._ring = True
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.given_up.emit()
            return
        self._was_on = self.isChecked()
        super().keyPressEvent(event)
        if event.key() in _ARROWS:
            self._choose_where_it_went()

    def show_ring(self, *, shown: bool = True) -> None:
        """Show where the keyboard is, when a key has led here; or not yet."""
        self._ring = shown
        self.update()

    def _choose_where_it_went(self) -> None:
        # With nothing chosen Qt moves only the focus, as if that chose.
        group, now = self.group(), QApplication.focusWidget()
        if now is self or not isinstance(now, Choice) or now.group() is not group:
            return
        if not any(one.isChecked() for one in group.buttons()):
            now.click()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let Space on what is chosen give it up."""
        again = self._was_on and self.isDown() and event.key() == Qt.Key.Key_Space
        super().keyReleaseEvent(event)
        if again:
            self.given_up.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether it was chosen before the click."""
        self._was_on = self.isChecked()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a click on what is chosen give it up."""
        again = self._was_on and self.isDown() and self.hitButton(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if again:
            self.given_up.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hovered look."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the usual look."""
        super().leaveEvent(event)
        self.update()

    def _retheme(self) -> None:
        self.setFont(current().font(self.role))
        self.updateGeometry()
        self.update()


class ChoiceRow(QWidget):
    """Holds the choices of which one is on, or none.

    Signals:
        value_changed(object): the person chose another one, or gave it up (None).
    """

    value_changed = Signal(object)

    def __init__(
        self, name: str = "", parent: QWidget | None = None, *, optional: bool = False
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self._values: dict[int, object] = {}
        self._value: object = None
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._group.idToggled.connect(self._toggled)
        self.setAccessibleName(name)
        self._name = name

    @property
    def value(self) -> object:
        """What the choice stands for; None without one."""
        return self._value

    @property
    def choices(self) -> list[Choice]:
        """The choices, in order."""
        return [button for button in self._group.buttons() if isinstance(button, Choice)]

    def set_value(self, value: object) -> None:
        """Choose without a signal; None, where it is no value of its own, chooses nothing."""
        blocker = QSignalBlocker(self._group)
        known = [key for key, held in self._values.items() if held == value]
        self._value = value if known else None
        button = self._group.button(known[0]) if known else None
        if button is not None:
            button.setChecked(True)
        else:
            self._let_go()
        blocker.unblock()
        self.update()

    def add_choice(self, value: object, choice: Choice) -> None:
        """Take another choice at the end."""
        key = len(self._values)
        self._values[key] = value
        self._group.addButton(choice, key)
        choice.given_up.connect(self._give_up)
        if self._name:
            choice.setAccessibleDescription(self._name)

    def forget_choices(self) -> None:
        """Let all choices go."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._values.clear()
        self._value = None

    def _clicked(self, key: int) -> None:
        self._take(self._values[key])

    def _toggled(self, key: int, checked: bool) -> None:
        # Arrow keys choose without a click.
        if checked:
            self._take(self._values[key])

    def _take(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _give_up(self) -> None:
        if self._optional and self._value is not None:
            blocker = QSignalBlocker(self._group)
            self._let_go()
            blocker.unblock()
            self._value = None
            self.value_changed.emit(None)

    def _let_go(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
        for choice in self.choices:
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
