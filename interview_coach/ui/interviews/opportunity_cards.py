"""Owns the cards of an opportunity's page that tell what came of it: rounds, why, lessons, remarks, people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, tzinfo
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import Decision, Family, LessonFamily
from interview_coach.domain.opportunity import (
    LessonTold,
    OpportunityTold,
    OutcomeTold,
    RemarkTold,
    RoundTold,
)
from interview_coach.domain.outcome import ReasonRow, verdict
from interview_coach.ui import spots, words, words_opportunity, words_outcome
from interview_coach.ui.dates import day_text, short_day
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Ink, Tone
from interview_coach.ui.widgets import (
    Card,
    Chip,
    IconLabel,
    Label,
    LinkButton,
    Rows,
    SectionHeading,
    ThreeParts,
    small,
)

_FAMILIES: dict[Family, tuple[str, Ink]] = {
    Family.NOT_MINE: ("wind", "not_yours"),
    Family.MINE: ("sprout", "accent"),
}


def _link(text: str) -> LinkButton:
    button = LinkButton(text)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


class RoundsTold(Rows):
    """The rounds in order, each with whom, how it felt, what was forecast and what came of it.

    Signals:
        opened(str): the id of the round to open.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[RoundTold, ...] = ()
        self.links: list[LinkButton] = []

    def show_rounds(self, rounds: tuple[RoundTold, ...]) -> None:
        """Show these."""
        if rounds == self._shown:
            return
        self._shown = rounds
        self.clear()
        self.links = []
        for found in rounds:
            self.add(self._row(found))

    def _row(self, found: RoundTold) -> QWidget:
        row = QWidget()
        spots.tag(row, found.id)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(2)
        kind, day = words.kind_title(found.kind), day_text(found.start.date())
        link = _link(tr("{kind} · {day}", kind=kind, day=day))
        link.clicked.connect(lambda: self.opened.emit(found.id))
        self.links.append(link)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        for text in (
            tr("With {people}", people=", ".join(found.people)) if found.people else "",
            words_opportunity.round_line(found),
        ):
            if text:
                column.addWidget(small(text))
        line.addLayout(column, 1)
        chip = Chip(words.word(found.standing), cast("Tone", words.tone(found.standing)))
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return row


class WhyCard(Card):
    """What was decided, and why: every outcome with its reasons as the person weighed them.

    Signals:
        edit_wanted(str): the outcome step of this round is wanted.
    """

    edit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was decided, and why"), parent=parent)
        self._shown: tuple[object, ...] = ()
        self.rows = Rows()
        self.links: list[LinkButton] = []
        self.add(self.rows)

    def show_outcomes(self, outcomes: tuple[OutcomeTold, ...], today: date, local: tzinfo) -> None:
        """Show these, the newest first."""
        self.setVisible(bool(outcomes))
        if (outcomes, today, local) == self._shown:
            return
        self._shown = (outcomes, today, local)
        self.rows.clear()
        self.links = []
        for found in reversed(outcomes):
            self.rows.add(self._outcome(found, today, local))

    def _outcome(self, found: OutcomeTold, today: date, local: tzinfo) -> QWidget:
        box = QWidget()
        spots.tag(box, found.id)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(12)
        text = words_opportunity.decided(found, today)
        if found.kind is not None:
            text = tr("{what}, after: {kind}", what=text, kind=words.kind_word(found.kind))
        top.addWidget(Label(text, "label", wrap=True), 1)
        if found.interview_id:
            has = bool(found.reasons) or found.decision is not Decision.REJECTED
            link = _link(tr("Edit") if has else tr("Say what can explain it"))
            link.setAccessibleName(tr("{act}: {what}", act=link.text(), what=text))
            link.clicked.connect(lambda: self.edit_wanted.emit(found.interview_id))
            self.links.append(link)
            top.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        if found.words:
            quoted = tr("“{words}”", words=found.words)
            column.addWidget(Label(quoted, "body", "muted", wrap=True, selectable=True))
        for family in (Family.NOT_MINE, Family.MINE):
            reasons = [one for one in found.signed if one.family is family]
            if reasons:
                icon, ink = _FAMILIES[family]
                column.addSpacing(4)
                column.addWidget(SectionHeading(words.word(family), icon, ink=ink))
                for one in reasons:
                    column.addWidget(self._reason(one, local))
        if found.unsigned:
            titles = " · ".join(words_outcome.reason_title(one) for one in found.unsigned)
            column.addWidget(small(tr("No sign: {reasons}", reasons=titles)))
        return box

    @staticmethod
    def _reason(one: ReasonRow, local: tzinfo) -> QWidget:
        box = QWidget()
        spots.tag(box, one.id)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(1)
        title = words_outcome.reason_title(one)
        column.addWidget(Label(title, "body", wrap=True))
        said = words_outcome.weighed(one)
        if one.evidence:
            said = tr("{said}: {evidence}", said=said, evidence=" ".join(one.evidence.split()))
        column.addWidget(small(said[:1].upper() + said[1:]))
        for then in one.earlier:
            day = short_day(then.until.astimezone(local).date())
            column.addWidget(small(words_outcome.stood(then, day)))
        return box


class SignsSide(Card):
    """The result of a no in three parts: words and lengths, never a number.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What the signs say"), parent=parent)
        self.parts = ThreeParts()
        self.sentence = Label("", "body", wrap=True)
        self.add(self.parts)
        self.add(self.sentence)
        self.add(small(tr("A weighing of the signs you gave, not a measurement.")))

    def show_refusal(self, found: OutcomeTold | None) -> None:
        """Show how its signs weigh out; nothing without a no."""
        self.setVisible(found is not None)
        if found is None:
            return
        parts = found.parts
        code = verdict(parts)
        shares = (parts.not_yours, parts.cant_know, parts.yours)
        self.parts.set_parts(shares, words_outcome.part_words(code))
        self.sentence.setText(words.verdict(code))


class LearnedCard(Card):
    """What it taught, strengths first; each leads to the review that it came from.

    Signals:
        opened(str): the review of this round is wanted.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What it taught you"), parent=parent)
        self._shown: tuple[LessonTold, ...] = ()
        self.rows = Rows()
        self.add(self.rows)

    def show_lessons(self, lessons: tuple[LessonTold, ...]) -> None:
        """Show these."""
        self.setVisible(bool(lessons))
        if lessons == self._shown:
            return
        self._shown = lessons
        self.rows.clear()
        for found in lessons:
            self.rows.add(self._row(found))

    def _row(self, found: LessonTold) -> QWidget:
        row = QWidget()
        spots.tag(row, found.id)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 7, 0, 7)
        line.setSpacing(10)
        strength = found.family is LessonFamily.STRENGTH
        icon = IconLabel("star" if strength else "sprout", "accent", 15)
        icon.setAccessibleName(tr("A strength") if strength else tr("A change"))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(found.text, "body", wrap=True))
        link = _link(words_opportunity.lesson_line(found))
        link.setAccessibleName(tr("Open the review: {lesson}", lesson=found.text))
        link.clicked.connect(lambda: self.opened.emit(found.interview_id))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        return row


class RemarksCard(Card):
    """Dated remarks that came after the reviews had been sealed.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Remarks"), parent=parent)
        self._shown: tuple[RemarkTold, ...] = ()
        self.rows = Rows()
        self.add(self.rows)

    def show_remarks(self, remarks: tuple[RemarkTold, ...], local: tzinfo) -> None:
        """Show these."""
        self.setVisible(bool(remarks))
        if remarks == self._shown:
            return
        self._shown = remarks
        self.rows.clear()
        for found in remarks:
            row = QWidget()
            spots.tag(row, found.id)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 7, 0, 7)
            column.setSpacing(1)
            column.addWidget(Label(found.text, "body", wrap=True, selectable=True))
            day = short_day(found.made_at.astimezone(local).date())
            kind = words.kind_title(found.kind)
            column.addWidget(small(tr("{day}, on: {kind}", day=day, kind=kind)))
            self.rows.add(row)


class PeopleCard(Card):
    """Whom one met, with title and part.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("People"), parent=parent)
        self._shown: Sequence[Interviewer] = ()
        self.rows = Rows()
        self.add(self.rows)

    def show_people(self, people: tuple[Interviewer, ...]) -> None:
        """Show these."""
        self.setVisible(bool(people))
        if people == self._shown:
            return
        self._shown = people
        self.rows.clear()
        for who in people:
            row = QWidget()
            spots.tag(row, who.person_id)
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 6, 0, 6)
            column.setSpacing(1)
            column.addWidget(Label(who.name, "body", wrap=True))
            part = words.word(who.part) if who.part is not None else ""
            known = " · ".join(text for text in (who.title, part) if text)
            if known:
                column.addWidget(small(known))
            self.rows.add(row)


class ToldCards:
    """The cards together, as one page shows them."""

    def __init__(self) -> None:
        self.why = WhyCard()
        self.signs = SignsSide()
        self.learned = LearnedCard()
        self.remarks = RemarksCard()
        self.people = PeopleCard()

    def show_told(self, told: OpportunityTold, today: date, local: tzinfo) -> None:
        """Show all of it; what is empty does not show."""
        self.why.show_outcomes(told.outcomes, today, local)
        self.signs.show_refusal(told.refusal)
        self.learned.show_lessons(told.lessons)
        self.remarks.show_remarks(told.remarks, local)
        self.people.show_people(told.people)
