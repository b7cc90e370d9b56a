"""Owns what stands beside the timeline: the chosen entry in some more words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from interview_coach.domain import search
from interview_coach.domain.kinds import Rating
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import Preview
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr
from interview_coach.ui.timeline import said
from interview_coach.ui.timeline.marked import MarkedLabel
from interview_coach.ui.widgets import (
    Card,
    Chip,
    Divider,
    FlowLayout,
    Label,
    LinkButton,
    QuietButton,
    RatingDots,
)

_LONGEST = 700
_OWN_LINES = {"prepared", "review_now", "no_round"}
_ANSWERABLE = {Standing.TO_REVIEW, Standing.WAITING}


class _Rated(QWidget):
    """A rating's name and its dots."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._dots = RatingDots(None, name, read_only=True)
        row.addWidget(Label(name, "body", wrap=True), 1)
        row.addWidget(self._dots)

    def show_rating(self, value: int | None) -> None:
        """Show it, or nothing."""
        self._dots.set_rating(value)
        self.setVisible(value is not None)


class _Section(QWidget):
    """A line, a heading, and the person's words."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.text = MarkedLabel("small", "muted")
        column.addWidget(Divider())
        column.addSpacing(4)
        column.addWidget(Label(heading, "heading", wrap=True))
        column.addWidget(self.text)

    def show_lines(self, lines: Sequence[str], query_words: list[str]) -> None:
        """Show some lines with the words that were looked for; none hides it."""
        text = "\n".join(_short(line) for line in lines if line.strip())
        self.text.show_text(text, search.marks(text, query_words) if query_words else ())
        self.setVisible(bool(text))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


class PreviewPane(Card):
    """The chosen entry.

    Signals:
        open_wanted(): its page is wanted.
        outcome_wanted(): the step where its outcome is recorded is wanted.
        whole_wanted(): the page of its opportunity is wanted.
    """

    open_wanted = Signal()
    whole_wanted = Signal()
    outcome_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.shown: Preview | None = None
        self.setAccessibleName(tr("Preview"))
        self._hint = Label(tr("Choose an entry to see more of it."), "body", "muted", wrap=True)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._company = MarkedLabel("heading")
        self._chip = Chip("")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._company, 1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(top)
        self._about = MarkedLabel("body", "muted")
        self._when = Label("", "body", "muted", wrap=True)
        self._line = Label("", "body", "muted", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._about)
        head.addWidget(self._when)
        head.addWidget(self._line)
        self._column.addLayout(head)
        self._answers = _Rated(words.word(Rating.MY_ANSWERS))
        self._connection = _Rated(tr("Connection"))
        self._found = _Section(tr("Found in"))
        self._asked = _Section(tr("What they asked"))
        self._asked.text.set_ink("ink")
        self._landed = _Section(tr("Landed"))
        self._well = _Section(tr("What went well"))
        self._change = _Section(tr("What I would change"))
        self._lessons = _Section(tr("Lessons"))
        self._words = _Section(tr("What they said"))
        self._notes = _Section(tr("Notes"))
        for part in (self._answers, self._connection, *self._sections):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.setAccessibleName(tr("Preview"))
        for ground in (self._scroll.viewport(), content):
            ground.setAutoFillBackground(False)
        self._scroll.setStyleSheet("QScrollArea { background: transparent; }")
        self.open_button = QuietButton(tr("Open"))
        self.outcome_button = QuietButton(tr("Record outcome"))
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, spacing=12, line_spacing=8)
        flow.addWidget(self.open_button)
        flow.addWidget(self.outcome_button)
        self.whole_button = LinkButton(tr("The whole opportunity"), "briefcase")
        flow.addWidget(self.whole_button)
        self.add(self._hint)
        self.add(self._scroll, 1)
        self.add(self._buttons)
        self.open_button.clicked.connect(self.open_wanted)
        self.whole_button.clicked.connect(self.whole_wanted)
        self.outcome_button.clicked.connect(self.outcome_wanted)
        self.show_preview(None, [])

    @property
    def _sections(self) -> tuple[_Section, ...]:
        return (
            self._found,
            self._asked,
            self._landed,
            self._well,
            self._change,
            self._lessons,
            self._words,
            self._notes,
        )

    def show_preview(self, found: Preview | None, query_words: list[str]) -> None:
        """Show an entry, or that none is chosen."""
        other = found is None or self.shown is None or found.card.key != self.shown.card.key
        self.shown = found
        self._hint.setVisible(found is None)
        self._scroll.setVisible(found is not None)
        self._buttons.setVisible(found is not None)
        if found is None:
            return
        if other:
            self._scroll.verticalScrollBar().setValue(0)
        card = found.card
        self._company.show_text(card.company, search.marks(card.company, query_words))
        text, tone = said.chip(card)
        self._chip.setText(text)
        self._chip.set_tone(tone)
        self._chip.setVisible(bool(text))
        about = said.about(card)
        self._about.show_text(about, search.marks(about, query_words))
        self._when.setText(_when(found))
        line = said.second_line(card)[0] if card.line_code in _OWN_LINES else ""
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._answers.show_rating(found.my_answers)
        self._connection.show_rating(found.connection)
        asked = [f"{text} · {rating}" if rating else text for text, rating in found.asked]
        shown = {
            self._asked: asked,
            self._landed: found.landed,
            self._well: [found.went_well],
            self._change: [found.would_change],
            self._lessons: found.lessons,
            self._words: [found.words],
            self._notes: [found.notes],
        }
        for section, lines in shown.items():
            section.show_lines(lines, query_words)
        seen = " ".join(line for lines in shown.values() for line in lines)
        flat = " ".join(seen.split())
        self._found.show_lines([x for x in found.found if x.strip("…") not in flat], query_words)
        self.outcome_button.setVisible(
            card.standing in _ANSWERABLE and card.interview_id is not None
        )
        self.whole_button.setVisible(card.interview_id is not None)
        self.open_button.setAccessibleName(tr("Open {what}", what=said.head(card)))


def _when(found: Preview) -> str:
    wall = found.card.wall
    day = dates.day_text(wall.date())
    text = tr("{day} {year}, {time}", day=day, year=wall.year, time=dates.time_text(wall))
    return f"{text} ({found.zone})" if found.zone else text
