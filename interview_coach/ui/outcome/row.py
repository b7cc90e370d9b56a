"""Owns one line of the debrief: a reason, how strong its sign is, how it is known, and the evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStyle, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Certainty, Family, ReasonKind, Sign
from interview_coach.domain.outcome import NOT_MINE_USUAL, ReasonDraft, ReasonRow
from interview_coach.store import outcome
from interview_coach.ui import spots, words, words_outcome
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.fields import Commit, InlineText, Kept
from interview_coach.ui.outcome.history import Earlier, KnowMore
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Colours, Tone, current, paint_icon
from interview_coach.ui.widgets import (
    Divider,
    Label,
    LinkButton,
    Segment,
    Segmented,
    small,
)
from interview_coach.ui.widgets.buttons import Look

TONES: dict[Family, Tone] = {Family.NOT_MINE: "not_yours", Family.MINE: "accent"}
_CHEVRON = 13
Key = tuple[str, str, str, str]


def key_of(reason: ReasonRow) -> Key:
    """What tells a reason from the others of its debrief, said or not said yet."""
    worded = reason.what in {ReasonKind.OWN, ReasonKind.WOULD_CHANGE}
    return (reason.family, reason.what, reason.ref, reason.text if worded else "")


class CertaintyButton(LinkButton):
    """How the sign is known, with a menu of the other ways.

    Signals:
        value_changed(object): the person chose another certainty.
    """

    value_changed = Signal(object)

    def __init__(self, tone: Tone, about: str, parent: QWidget | None = None) -> None:
        self._tone = tone
        super().__init__("", "quote", parent)
        self._about = about
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        for certainty in Certainty:
            action = self._menu.addAction(words.word(certainty))
            action.setCheckable(True)
            action.setData(certainty)
            self._group.addAction(action)
        self.setMenu(self._menu)
        self._group.triggered.connect(self._chose)
        self.value = Certainty.GUESSED
        self.set_value(Certainty.GUESSED)

    def set_value(self, value: Certainty) -> None:
        """Show another certainty, without a signal."""
        self.value = value
        self.setText(words.word(value))
        self.setAccessibleName(
            tr("{certainty}: {reason}", certainty=self.text(), reason=self._about)
        )
        for action in self._group.actions():
            action.setChecked(action.data() == value)

    def sizeHint(self) -> QSize:
        """Room for the chevron, too."""
        hint = super().sizeHint()
        return QSize(hint.width() + current().px(_CHEVRON) + 8, hint.height())

    def look(self, colours: Colours) -> Look:
        """In the colour of its family."""
        return Look(None, None, colours.text(self._tone), colours.accent)

    def paint_content(self, painter: QPainter, ink: str) -> None:
        """Paint the chevron behind the text."""
        super().paint_content(painter, ink)
        side = current().px(_CHEVRON)
        box = QRect(self.width() - side, (self.height() - side) // 2 + 1, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        paint_icon(painter, "chevron-down", box, ink)

    def _chose(self, action: QAction) -> None:
        value = Certainty(action.data())
        if value is not self.value:
            self.set_value(value)
            self.value_changed.emit(value)


class Details(QWidget):
    """What opens beneath a reason: evidence, certainty, how it stood before, and what came to light.

    Signals: none of its own; connect to its parts.
    """

    def __init__(
        self, desk: Desk, field: str, tone: Tone, title: str, commit: Commit, parent: QWidget
    ) -> None:
        super().__init__(parent)
        text = InlineText(tr("Evidence: {reason}", reason=title))
        text.setPlaceholderText(tr("What was the sign? A few words"))
        self.evidence = Kept(desk, text, field, commit)
        text.submitted.connect(self.evidence.typing.finish)
        self.certainty = CertaintyButton(tone, title)
        self._reason = ""
        self.know_more = LinkButton(tr("I know more now"))
        self.know_more.setAccessibleName(tr("I know more now: {reason}", reason=title))
        self.know_more.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.more = KnowMore(desk, field, title, self)
        self.more.hide()
        self.earlier = Earlier(desk, title, self)
        self.earlier.hide()
        self.remove = LinkButton(tr("Remove"))
        self.remove.setAccessibleName(tr("Remove: {reason}", reason=title))
        self.remove.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        below.addWidget(self.certainty)
        below.addWidget(self.know_more)
        below.addWidget(self.remove)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.evidence)
        column.addWidget(self._below)
        column.addWidget(self.more)
        column.addWidget(self.earlier)
        self.know_more.clicked.connect(self._open_more)
        self.more.closed.connect(self._more_closed)

    def show_reason(self, reason: ReasonRow) -> bool:
        """Show what is stored; whether the evidence shows."""
        self.certainty.set_value(reason.certainty)
        self.evidence.show_stored(reason.evidence)
        signed = reason.sign is not Sign.NONE
        shown = signed or bool(self.evidence.read()) or self.evidence.typing.dirty
        said = bool(reason.id) and (signed or bool(reason.evidence) or bool(reason.earlier))
        self._reason = reason.id
        self.evidence.setVisible(shown)
        self.certainty.setVisible(signed)
        self.know_more.setVisible(said)
        self.remove.setVisible(can_remove(reason))
        self._below.setVisible(said or can_remove(reason))
        self.earlier.show_earlier(reason)
        return shown

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        first = [self.evidence.control, self.certainty, self.know_more, self.remove]
        return [*first, self.more.line, *self.earlier.removers]

    def recover(self, reason: str) -> None:
        """Open the line again in which something was being typed before a crash."""
        if reason and self.more.isHidden():
            self.more.recover(reason)

    def _open_more(self) -> None:
        self.more.open(self._reason)

    def _more_closed(self) -> None:
        self.know_more.setFocus()


class ReasonLine(QWidget):
    """One reason. It starts at "no sign"; evidence and certainty show once there is one.

    Signals:
        weighed(ReasonDraft): the person said something else of it.
        removed(str): the person took a reason of their own away; its id.
    """

    weighed = Signal(object)
    removed = Signal(str)

    def __init__(
        self, desk: Desk, outcome_id: str, reason: ReasonRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.reason = reason
        self._desk = desk
        self._outcome = outcome_id
        self._title = words_outcome.reason_title(reason)
        self._details: Details | None = None
        digest = hashlib.sha256("|".join(key_of(reason)).encode()).hexdigest()[:20]
        self._field = f"outcome:{outcome_id}:{digest}"
        self._divider = Divider()
        self._tone = TONES[reason.family]
        self.sign = Segmented(
            [Segment(sign, words.word(sign), self._tone) for sign in Sign],
            reason.sign,
            tr("Sign: {reason}", reason=self._title),
        )
        self._note = small(words_outcome.reason_note(reason))
        self._column = QVBoxLayout()
        self._lay_out()
        self.setAccessibleName(self._title)
        self.sign.value_changed.connect(self._signed)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._divider)
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(16)
        self._column.setSpacing(1)
        self._column.addWidget(Label(self._title, "body", wrap=True))
        self._column.addWidget(self._note)
        row.addLayout(self._column, 1)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(row)

    @property
    def details(self) -> Details:
        """What opens beneath it; made when first needed, as most reasons never are."""
        if self._details is None:
            made = Details(self._desk, self._field, self._tone, self._title, self._commit, self)
            made.certainty.value_changed.connect(self._weigh)
            made.remove.clicked.connect(self._removed)
            self._column.addWidget(made)
            made.show()
            self._details = made
        return self._details

    def show_reason(self, reason: ReasonRow, *, typed: bool = False) -> None:
        """Show what is stored of it; fresh typing stays. `typed`: scratch holds more of it."""
        self.reason = reason
        spots.tag(self, *([reason.id] if reason.id else []))
        if self.sign.value != reason.sign:
            self.sign.set_value(reason.sign)
        signed = reason.sign is not Sign.NONE
        needed = signed or typed or bool(reason.evidence or reason.earlier) or can_remove(reason)
        shown = False
        if needed or self._details is not None:
            shown = self.details.show_reason(reason)
            if typed and self._desk.store.scribbled(f"{self._field}:because"):
                self.details.recover(reason.id)
        # What explains the reason steps aside for the person's own words; what the review said stays.
        self._note.setVisible(bool(self._note.text()) and (bool(reason.note) or not shown))

    @property
    def field(self) -> str:
        """The name of its evidence in scratch."""
        return self._field

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        stops: list[QWidget] = [*self.sign.choices]
        if self._details is not None:
            stops += self._details.stops
        return stops

    def let_go(self) -> None:
        """It goes away: forget what is being typed in it."""
        if self._details is not None:
            self._details.evidence.typing.drop()
            self._details.more.typing.drop()

    def set_first(self, first: bool) -> None:
        """Leave the line above out under a heading, which has one."""
        self._divider.setVisible(not first)

    def draft(self, evidence: str | None = None) -> ReasonDraft:
        """What the person says of it now."""
        reason = self.reason
        known = reason.certainty if self._details is None else self._details.certainty.value
        return ReasonDraft(
            reason.family,
            reason.what,
            reason.ref,
            reason.text,
            Sign(str(self.sign.value)),
            known,
            reason.evidence if evidence is None else evidence,
        )

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        if text == self.reason.evidence:
            return None
        return outcome.weigh_reason, (self._outcome, self.draft(text))

    def _signed(self, value: object) -> None:
        if value is not None:
            self._weigh()

    def _weigh(self) -> None:
        # What is being typed goes first: the two are one row.
        kept = None if self._details is None else self._details.evidence
        if kept is not None and kept.typing.dirty:
            typed = kept.read()
            if kept.typing.finish():
                self.reason = replace(self.reason, evidence=typed)
        self.weighed.emit(self.draft())

    def _removed(self) -> None:
        self.let_go()
        self.removed.emit(self.reason.id)


def can_remove(reason: ReasonRow) -> bool:
    """Whether the person added it: what is always offered cannot be taken away."""
    return bool(reason.id) and not reason.note and reason.what not in NOT_MINE_USUAL
