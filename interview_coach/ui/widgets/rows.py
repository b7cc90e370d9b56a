"""Owns columns of rows: with a thin line between each two, and with a heading over them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.ui.theme import Ink
from interview_coach.ui.widgets.heads import Divider, SectionHeading


class Rows(QWidget):
    """Rows under each other, a line between them.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._dividers: list[Divider] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[QWidget]:
        """The rows, in order."""
        return list(self._rows)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        if self._rows:
            divider = Divider()
            self._dividers.append(divider)
            self._column.addWidget(divider)
        self._rows.append(row)
        self._column.addWidget(row)

    def clear(self) -> None:
        """Take all rows away and delete them."""
        for widget in (*self._rows, *self._dividers):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows = []
        self._dividers = []


class Section(QWidget):
    """A section's heading with its rows right under it.

    Signals: none of its own.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        note: str = "",
        ink: Ink = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading = SectionHeading(text, icon, note=note, ink=ink, parent=self)
        self.rows = Rows(self)
        column.addWidget(self.heading)
        column.addWidget(self.rows)
        self.setAccessibleName(text)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        self.rows.add(row)
