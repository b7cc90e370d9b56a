"""Owns editing one requirement in its place: saved on leaving, kept through a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Strength
from interview_coach.domain.prep import Requirement
from interview_coach.domain.requirements import ranked
from interview_coach.domain.trouble import Invalid
from interview_coach.store import opportunity as opportunities
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.prep.requirement import TONES
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, FlatButton, LineText, Segment, Segmented, small
from interview_coach.ui.widgets.focus_watch import on_focus_change
from interview_coach.ui.widgets.mouse import MouseFree

NEW = ""
# What gives the texts that may answer a requirement; asked when they are to be shown.
Offers = Callable[[], tuple[str, ...]]
_MOST_OFFERS = 15
_OFFER_WIDTH = 420
BLANK = Requirement(NEW, "", "", Strength.GAP)


class RequirementEditor(QFrame):
    """The fields of one requirement, or of a new one.

    Signals:
        ended(str): the person ended editing by a key; the id.
        left(str): the focus went elsewhere, and what was typed is kept.
    """

    ended = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        desk: Desk,
        opportunity: str,
        shown: Requirement,
        parent: QWidget | None = None,
        offers: Offers = tuple,
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self._opportunity = opportunity
        self._shown = shown
        self._closing = False
        self._free = MouseFree(self)
        self._free.came.connect(self._close)
        self._text = LineText(name=tr("What they ask for"))
        self._evidence = LineText(name=tr("What you have"))
        self._strength = Segmented(
            [Segment(s, words.word(s), TONES[s]) for s in reversed(Strength)],
            shown.strength,
            tr("How strong it is"),
        )
        self._fields = {
            "text": Field(tr("What they ask for"), self._text),
            "evidence": Field(tr("What you have"), self._evidence),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(8)
        self.choose = FlatButton(tr("Choose a story or point…"))
        self.choose.clicked.connect(self._choose)
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._strength)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        hint = small(tr("Enter saves, Esc brings back what was there."))
        column.addWidget(hint)
        name = f"requirement:{opportunity}:{shown.id}"
        self.typing = Typing(
            desk, self, name, self._read, self._write, self._commit, plain=_as_read
        )
        Recovery(self.typing, hint, keep=self._submit)
        self.typing.refused.connect(self._refuse)
        for line in (self._text, self._evidence):
            line.edited.connect(self._edited)
            line.submitted.connect(self._submit)
        self._strength.value_changed.connect(self._edited)
        self.typing.show(_packed(shown))
        on_focus_change(self._focus_moved)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self._text, self._evidence, *self._strength.choices, self.choose)

    def set_requirement(self, shown: Requirement) -> None:
        """Show what the store says now, unless something has been typed."""
        self._shown = shown
        self.typing.show(_packed(shown))

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.setCursorPosition(len(self._text.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what was there."""
        if event.key() == Qt.Key.Key_Escape:
            self._closing = True
            self.typing.drop()
            self.ended.emit(self._shown.id)
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        """Offer the stories and points, those that share words with what is asked first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        metrics = self.fontMetrics()
        offers = self._offers()
        for place in ranked(self._text.text(), offers)[:_MOST_OFFERS]:
            text = offers[place]
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, _OFFER_WIDTH)
            action = menu.addAction(shown.replace("&", "&&"))
            action.triggered.connect(partial(self._take, text))
        if not offers:
            menu.addAction(tr("No story or point is written yet")).setEnabled(False)
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))

    def _take(self, text: str) -> None:
        """Put it beside what is asked; how strong it is stays for the person to say."""
        before = self._evidence.text().strip()
        if text not in before:
            self._evidence.set_text(f"{before}; {text}" if before else text)
        if self._strength.value == Strength.GAP:
            self._strength.set_value(Strength.SOME)
        self._evidence.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edited()

    def _edited(self) -> None:
        for field in self._fields.values():
            field.clear_error()
        self.typing.edited()

    def _submit(self) -> None:
        if self.typing.finish():
            self._closing = True
            self.ended.emit(self._shown.id)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        inside = before is not None and self.isAncestorOf(before)
        if self._closing or not inside or (now is not None and self.isAncestorOf(now)):
            return
        if now is None:
            # The window has lost the focus: a new one may be half typed, scratch has it.
            self.typing.scribble()
        elif self.typing.finish():
            self._closing = True
            self._free.wait()

    def _close(self) -> None:
        self.left.emit(self._shown.id)

    def _read(self) -> str:
        return json.dumps(
            [self._text.text(), self._evidence.text(), str(self._strength.value)],
            ensure_ascii=False,
        )

    def _write(self, packed: str) -> None:
        text, evidence, strength = json.loads(packed)
        self._text.set_text(text)
        self._evidence.set_text(evidence)
        self._strength.set_value(Strength(strength))

    def _commit(self, packed: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        text, evidence, strength = json.loads(packed)
        values = (text, evidence, Strength(strength))
        if values == (self._shown.text, self._shown.evidence, self._shown.strength):
            return None
        if self._shown.id == NEW:
            blank = not text.strip() and not evidence.strip()
            return None if blank else (opportunities.add_requirement, (self._opportunity, *values))
        return opportunities.edit_requirement, (self._shown.id, *values)

    def _refuse(self, error: Invalid) -> None:
        for complaint in error.complaints:
            self._fields[complaint.field].show_error(words.complaint(complaint))


def _as_read(packed: str) -> str:
    text, evidence, strength = json.loads(packed)
    return "\n".join(part for part in (text, evidence, words.word(Strength(strength))) if part)


def _packed(shown: Requirement) -> str:
    return json.dumps([shown.text, shown.evidence, shown.strength.value], ensure_ascii=False)
