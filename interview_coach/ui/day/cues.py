"""Owns what to say, ask and remember on the day: one's own lines, short, in large enough letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Section
from interview_coach.domain.lessons import RETURNING
from interview_coach.domain.prep import Checklist, PrepItem
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    IconLabel,
    Label,
    SectionHeading,
    Segment,
    Segmented,
    small,
)
from interview_coach.ui.words_brief import lesson_text


@dataclass(frozen=True, slots=True)
class Cue:
    """One line: what it says, what stands under it, and whether it is prepared."""

    text: str
    second: str = ""
    done: bool = True


@dataclass(frozen=True, slots=True)
class Cues:
    """What to say, what to ask, what to remember."""

    say: tuple[Cue, ...]
    ask: tuple[Cue, ...]
    remember: tuple[Cue, ...]

    def __bool__(self) -> bool:
        return bool(self.say or self.ask or self.remember)


def cues_of(found: Checklist, *, only_open: bool = False) -> Cues:
    """The cues of a checklist: points and stories, questions, open lessons.

    With `only_open` just what is not ticked yet. A template's advice on a line is left out: on the
    day it would be read instead of one's own words.
    """

    def line(item: PrepItem) -> Cue:
        return Cue(item.text, " ".join(item.details.split()) if item.own else "", item.done)

    def of(*sections: Section) -> tuple[Cue, ...]:
        chosen = [i for i in found.items if i.section in sections]
        return tuple(line(i) for i in chosen if not (only_open and i.done))

    lessons = tuple(Cue(lesson_text(x), done=False) for x in found.lessons if x.state in RETURNING)
    return Cues(of(Section.TALKING_POINT, Section.STORY), of(Section.QUESTION), lessons)


class CueCard(Card):
    """What to say, ask and remember.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What to say, ask and remember"), parent=parent)
        self._found: Checklist | None = None
        self._shown: Cues | None = None
        self.which = Segmented(
            [Segment("all", tr("All")), Segment("open", tr("Not ticked yet"))],
            "all",
            tr("Which lines"),
        )
        self.which.value_changed.connect(self._rebuild)
        self.add_to_heading(self.which)
        self._nothing = small()
        self.add(self._nothing)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.add(self._lines)
        self.body.addStretch(1)

    @property
    def cues(self) -> Cues | None:
        """What is shown."""
        return self._shown

    def show_checklist(self, found: Checklist, *, over: bool) -> None:
        """Show the lines of a checklist; afterwards as what was planned."""
        self._found = found
        self.set_heading(
            tr("What you had planned") if over else tr("What to say, ask and remember")
        )
        self._rebuild()

    def _rebuild(self) -> None:
        if self._found is None:
            return
        cues = cues_of(self._found, only_open=self.which.value == "open")
        if cues == self._shown:
            return
        self._shown = cues
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add(tr("Say"), "message-circle", cues.say)
        self._add(tr("Ask"), "circle-help", cues.ask)
        self._add(tr("Remember"), "corner-down-right", cues.remember)
        self._nothing.setVisible(not cues)
        open_only = self.which.value == "open"
        self._nothing.setText(
            tr("Everything is ticked. You know what you want to say.")
            if open_only
            else tr("Points, stories and questions of your preparation stand here.")
        )

    def _add(self, heading: str, picture: str, cues: Sequence[Cue]) -> None:
        if not cues:
            return
        self._column.addWidget(SectionHeading(heading, picture))
        for cue in cues:
            self._column.addWidget(_line(cue))


def _line(cue: Cue) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(10)
    said = tr("prepared") if cue.done else tr("not ticked yet")
    mark = IconLabel("check" if cue.done else "circle", "accent" if cue.done else "muted", 14)
    mark.setAccessibleName(said)
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addWidget(Label(cue.text, "body", wrap=True))
    if cue.second:
        column.addWidget(small(cue.second))
    box = QVBoxLayout()
    box.setContentsMargins(0, 2, 0, 0)
    box.addWidget(mark)
    box.addStretch(1)
    row.addLayout(box)
    row.addLayout(column, 1)
    return line
