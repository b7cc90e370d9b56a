"""Owns the field of a form: a label, an input, a line of help and a line for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui.widgets.icons import IconLabel
from interview_coach.ui.widgets.labels import Label


class Field(QWidget):
    """A label and its input, as buddies; a screen reader hears help and error with the input.

    Signals: none of its own; connect to the input's.
    """

    def __init__(
        self, label: str, control: QWidget, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self._label = Label(label, "label", wrap=True)
        self._label.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(label)
        self._help = Label("", "small", "muted", wrap=True)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self._help)
        self._error_line = QWidget()
        row = QHBoxLayout(self._error_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._error = Label("", "small", "bad", wrap=True)
        row.addWidget(IconLabel("triangle-alert", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error, 1)
        column.addWidget(self._error_line)
        self._error_line.hide()
        self.setFocusProxy(control)
        self.set_help(help_text)

    @property
    def control(self) -> QWidget:
        """The input."""
        return self._control

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return self._error.text()

    def set_label(self, text: str) -> None:
        """Change the label."""
        if self._control.accessibleName() == self._label.text():
            self._control.setAccessibleName(text)
        self._label.setText(text)

    def set_help(self, text: str) -> None:
        """Change the line of help; none hides it."""
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._describe()

    def show_error(self, text: str) -> None:
        """Say what is wrong, beneath the input."""
        self._error.setText(text)
        self._error_line.setVisible(bool(text))
        self._describe()
        self._mark(wrong=bool(text))

    def clear_error(self) -> None:
        """Take the error away."""
        if self.error:
            self.show_error("")

    def _describe(self) -> None:
        said = [text for text in (self._error.text(), self._help.text()) if text]
        self._control.setAccessibleDescription(" ".join(said))

    def _mark(self, *, wrong: bool) -> None:
        self._control.setProperty("wrong", wrong)
        # A style sheet looks at properties only when it is asked to.
        self._control.style().unpolish(self._control)
        self._control.style().polish(self._control)
