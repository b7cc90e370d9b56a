"""Owns the lines of the cue card: what to say and ask, to be ticked, and what to remember."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from interview_coach.domain.kinds import CARRIED_LIMIT, About, Section
from interview_coach.domain.lessons import RETURNING
from interview_coach.domain.prep import Checklist
from interview_coach.ui.day.cue_look import CueLook
from interview_coach.ui.text import tr
from interview_coach.ui.words_brief import lesson_text


@dataclass(frozen=True, slots=True)
class CardCues:
    """What stands on the card, in the person's own words: (key, text) to tick, and texts to read."""

    say: tuple[tuple[str, str], ...] = ()
    ask: tuple[tuple[str, str], ...] = ()
    remember: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.say or self.ask or self.remember)


def card_cues(found: Checklist) -> CardCues:
    """The cues of a checklist for the card: only what the person wrote, never a template's line."""

    def of(*sections: Section) -> tuple[tuple[str, str], ...]:
        mine = [i for i in found.items if i.own and i.section in sections]
        mine.sort(key=lambda i: (sections.index(i.section), i.about is About.ME, i.position))
        return tuple((i.id, i.text) for i in mine)

    open_ones = [x for x in found.lessons if x.state in RETURNING][:CARRIED_LIMIT]
    return CardCues(
        of(Section.TALKING_POINT, Section.STORY),
        of(Section.QUESTION),
        tuple(lesson_text(x) for x in open_ones),
    )


def plain_label(text: str, look: str = "") -> QLabel:
    """A label of the card: plain text that wraps, dressed by the card's own sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    label.setProperty("look", look)
    return label


def relook(label: QLabel, look: str) -> None:
    """Dress a label anew."""
    if label.property("look") != look:
        label.setProperty("look", look)
        label.style().unpolish(label)
        label.style().polish(label)


class CueLine(QWidget):
    """One line with its box.

    Signals:
        ticked(str, bool): the person ticked it (its key), or took the tick back.
    """

    ticked = Signal(str, bool)

    def __init__(self, key: str, text: str, look: CueLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName("cue_row")
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label = plain_label(text)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(11)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.box.clicked.connect(self._clicked)
        self.dress(look)

    def dress(self, look: CueLook) -> None:
        """Wear the card's letters."""
        self.label.setFont(look.font("body"))
        side = look.tick_side() + 4
        self.box.setFixedSize(side, side)

    def show_tick(self, *, ticked: bool, enabled: bool) -> None:
        """Show whether it was said."""
        self.box.setChecked(ticked)
        self.box.setEnabled(enabled)
        relook(self.label, "muted" if ticked else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text ticks as one on the box does."""
        if event.button() == Qt.MouseButton.LeftButton and self.box.isEnabled():
            self.box.click()

    def _clicked(self, checked: bool) -> None:
        relook(self.label, "muted" if checked else "")
        self.ticked.emit(self.key, checked)


class CueLines(QScrollArea):
    """All lines, under their headings; longer than the window they scroll.

    Signals:
        ticked(str, bool): a line was ticked, or its tick taken back.
    """

    ticked = Signal(str, bool)

    def __init__(self, look: CueLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: CardCues | None = None
        self.lines: dict[str, CueLine] = {}
        self._headings: list[QLabel] = []
        self._texts: list[QLabel] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        self._inner.setObjectName("cue_lines")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        self.setWidget(self._inner)

    @property
    def cues(self) -> CardCues | None:
        """What is shown."""
        return self._shown

    def show_cues(self, cues: CardCues, said: Mapping[str, bool], *, enabled: bool) -> None:
        """Show these; lines that are there already keep their place and the focus."""
        if cues != self._shown:
            self._shown = cues
            self._rebuild(cues)
        for key, line in self.lines.items():
            line.show_tick(ticked=said.get(key, False), enabled=enabled)

    def dress(self, look: CueLook) -> None:
        """Wear another look."""
        self._look = look
        for heading in self._headings:
            heading.setFont(look.plain_font("small_label"))
        for text in self._texts:
            text.setFont(look.font("body"))
        for line in self.lines.values():
            line.dress(look)

    def _rebuild(self, cues: CardCues) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines, self._headings, self._texts = {}, [], []
        self._add(tr("SAY"), cues.say)
        self._add(tr("ASK"), cues.ask)
        if cues.remember:
            self._head(tr("REMEMBER"))
            for text in cues.remember:
                self._read(text)
        if not cues:
            self._read(tr("Your own points, stories and questions stand here once you write them."))
        self._column.addStretch(1)
        self.dress(self._look)

    def _head(self, text: str) -> None:
        heading = plain_label(text, "muted")
        heading.setContentsMargins(0, 10, 0, 4)
        self._headings.append(heading)
        self._column.addWidget(heading)

    def _add(self, heading: str, lines: Sequence[tuple[str, str]]) -> None:
        if not lines:
            return
        self._head(heading)
        for key, text in lines:
            line = CueLine(key, text, self._look)
            line.ticked.connect(self.ticked)
            self.lines[key] = line
            self._column.addWidget(line)

    def _read(self, text: str) -> None:
        label = plain_label(text)
        label.setContentsMargins(0, 4, 0, 4)
        self._texts.append(label)
        self._column.addWidget(label)
