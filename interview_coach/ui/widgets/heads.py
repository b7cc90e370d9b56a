"""Owns what stands above things: dividers, section headings, page headers, lines of facts, crumbs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.ui.theme import Colours, Ink, TextRole, current
from interview_coach.ui.widgets.buttons import LinkButton, Look
from interview_coach.ui.widgets.drawing import live, show_when
from interview_coach.ui.widgets.flow import FlowLayout
from interview_coach.ui.widgets.icons import IconLabel
from interview_coach.ui.widgets.labels import ElidedLabel, Label

_TITLE_ROOM = 300
_LEADING = Qt.AlignmentFlag.AlignLeading
_NO_ALIGNMENT = Qt.AlignmentFlag(0)


class Divider(QFrame):
    """A thin line across.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        live(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(current().colours.line))


class SectionHeading(QWidget):
    """An icon and a small upper-case word over a line.

    Signals: none of its own.
    """

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        note: str = "",
        ink: Ink = "muted",
        line: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(3)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._icon = IconLabel(icon, ink, 15)
        if not icon:
            # Not setVisible(True): without a parent yet it would be a window of its own.
            self._icon.hide()
        self._text = Label("", "small_label", ink, wrap=True)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        column.addLayout(self._row)
        if line:
            column.addWidget(Divider())
        self.set_text(text, note)

    def set_text(self, text: str, note: str = "") -> None:
        """Show another word; the note behind it is not in upper case."""
        upper = text.upper()
        self._text.setText(f"{upper} · {note}" if note else upper)
        # Read as a word, not letter by letter.
        self._text.setAccessibleName(f"{text} · {note}" if note else text)
        self.setAccessibleName(text)

    def add(self, widget: QWidget) -> None:
        """Put something at the end of the line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Facts(QWidget):
    """A line of small facts, each with an icon, wrapped where there is no room.

    Signals: none of its own.
    """

    def __init__(
        self, facts: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=14, line_spacing=4)
        self._pieces: list[tuple[IconLabel, ElidedLabel]] = []
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other facts: pairs of an icon's name and a text."""
        # In the pieces that are there: a new one has to be laid out the moment it shows.
        for (sign, words), (icon, text) in zip(self._pieces, facts, strict=False):
            sign.set_icon(icon)
            words.setText(text)
        for icon, text in facts[len(self._pieces) :]:
            self._pieces.append(self._piece(icon, text))
        self._flow.cut(len(facts))
        del self._pieces[len(facts) :]
        self.setVisible(bool(facts))
        self.updateGeometry()

    def _piece(self, icon: str, text: str) -> tuple[IconLabel, ElidedLabel]:
        piece = QWidget(self)
        row = QHBoxLayout(piece)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign, words = IconLabel(icon, "muted", 15), ElidedLabel(text, "body", "muted")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1)
        self._flow.addWidget(piece)
        piece.setVisible(True)
        return sign, words


class Crumbs(QWidget):
    """The way to this page; each place but the last leads back to it.

    Signals:
        chosen(int): the person wants to go to that place.
    """

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=6)
        self._buttons: list[_Crumb] = []
        self.set_texts(texts)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Show another way."""
        for button, text in zip(self._buttons, texts, strict=False):
            button.setText(text)
        for place, text in list(enumerate(texts))[len(self._buttons) :]:
            if place:
                self._add(IconLabel("chevron-right", "muted", 13))
            button = _Crumb(text, parent=self)
            button.setProperty("place", place)
            button.clicked.connect(self._clicked)
            self._add(button)
            self._buttons.append(button)
        self._flow.cut(max(2 * len(texts) - 1, 0))
        del self._buttons[len(texts) :]
        self.updateGeometry()

    def _add(self, widget: QWidget) -> None:
        widget.setParent(self)
        self._flow.addWidget(widget)
        widget.setVisible(True)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Crumb):
            self.chosen.emit(int(sender.property("place")))


class _Crumb(LinkButton):
    """One place on the way; muted, as it is not what the page is for."""

    role: TextRole = "small"
    height_ = 20

    def look(self, colours: Colours) -> Look:
        """Only text."""
        ink = colours.ink if self.underMouse() else colours.muted
        return Look(None, None, ink, colours.accent)


class PageHeader(QWidget):
    """A page's title, a sentence below it, and what the page can do at the right.

    Signals: none of its own.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        rest: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(16)
        # Its width is the page's; what does not fit beside the title goes below it.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._line = FlowLayout(spacing=6, line_spacing=0)
        self._title = ElidedLabel("", "title")
        self._rest = ElidedLabel("", "title_light", "muted")
        self._line.addWidget(self._title)
        self._line.addWidget(self._rest)
        self._column.addLayout(self._line)
        self._subtitle = Label("", "body", "muted", wrap=True)
        self._column.addWidget(self._subtitle)
        self._outer.addLayout(self._column, 1)
        self._slot = QHBoxLayout()
        self._slot.setSpacing(12)
        self._outer.addLayout(self._slot)
        self.set_title(title, rest)
        self.set_subtitle(subtitle)

    def set_title(self, title: str, rest: str = "") -> None:
        """Change the title, and the part of it that steps back."""
        self._title.setText(title)
        self._rest.setText(rest)
        show_when(self._rest, bool(rest))
        self.setAccessibleName(f"{title} {rest}".strip())

    def set_subtitle(self, text: str) -> None:
        """Change the sentence below; none hides it."""
        self._subtitle.setText(text)
        show_when(self._subtitle, bool(text))

    def add(self, widget: QWidget) -> None:
        """Put something at the right."""
        self._slot.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is at the right below, where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def add_above(self, widget: QWidget) -> None:
        """Put something above the title, such as crumbs."""
        self._column.insertWidget(0, widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the title, such as facts."""
        self._column.addWidget(widget)

    def _arrange(self) -> None:
        needed = self._slot.sizeHint().width() + current().px(_TITLE_ROOM)
        direction = QBoxLayout.Direction.LeftToRight
        if self.width() < needed and self._slot.count():
            direction = QBoxLayout.Direction.TopToBottom
        if self._outer.direction() != direction:
            self._outer.setDirection(direction)
            below = direction == QBoxLayout.Direction.TopToBottom
            self._outer.setAlignment(self._slot, _LEADING if below else _NO_ALIGNMENT)
            self.updateGeometry()
