"""Owns what an opportunity's page shows of an answer that came before any round: reasons, the answer, after a no."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.kinds import Answer, Decision
from interview_coach.domain.outcome import Debrief, OutcomeDraft, ReasonDraft
from interview_coach.domain.trouble import Invalid
from interview_coach.store import outcome, outcomes
from interview_coach.ui import words
from interview_coach.ui.beside import DecidedPart
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.after_no import AfterNoCard
from interview_coach.ui.outcome.answer import AnswerCard
from interview_coach.ui.outcome.reasons import ReasonsCard

_WITH_REASONS = frozenset({Decision.REJECTED, Decision.WITHDREW, Decision.CANCELLED})


class WithoutRound(DecidedPart):
    """The answer on an opportunity without a round, as its own Outcome step would show it.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._navigator = desk, navigator
        self._debrief: Debrief | None = None
        self.reasons: ReasonsCard | None = None
        self.answer: AnswerCard | None = None
        self.after_no: AfterNoCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def show_opportunity(self, key: str) -> bool:
        """Show the answer on this opportunity; whether there is one that no round shows."""
        found = self._desk.ask(outcomes.debrief_without_round, key)
        before = self._debrief.outcome.id if self._debrief and self._debrief.outcome else ""
        self._debrief = found
        recorded = found.outcome if found is not None else None
        self.setVisible(recorded is not None)
        if found is None or recorded is None:
            self._take_away()
            return False
        if recorded.id != before or self.reasons is None:
            self._take_away()
            self._make(recorded.id)
        if self.reasons is not None and self.answer is not None and self.after_no is not None:
            self.reasons.setVisible(recorded.decision in _WITH_REASONS)
            self.reasons.show_debrief(found)
            self.answer.show_recorded(recorded)
            self.after_no.refresh(rejected=recorded.decision is Decision.REJECTED)
        return True

    def _make(self, key: str) -> None:
        reasons, answer = ReasonsCard(self._desk, key), AnswerCard(self._desk, key)
        after_no = AfterNoCard(self._desk, key)
        self.reasons, self.answer, self.after_no = reasons, answer, after_no
        for card in (answer, reasons, after_no):
            self._column.addWidget(card)
            card.show()
        reasons.weighed.connect(self._weigh)
        reasons.removed.connect(self._remove)
        reasons.later.connect(self._later)
        answer.decision_chosen.connect(self._change_decision)
        answer.day_chosen.connect(self._change_day)
        answer.answer_chosen.connect(self._answer)
        answer.taken_back.connect(self._take_back)

    def _take_away(self) -> None:
        for card in (self.reasons, self.answer, self.after_no):
            if card is not None:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.reasons = self.answer = self.after_no = None

    def _edit(self, **changed: Any) -> None:
        # What is typed in their words goes first, so that it is not written over.
        self._desk.flush()
        recorded = self._debrief.outcome if self._debrief else None
        if recorded is None or self.answer is None:
            return
        values: dict[str, Any] = {
            "decision": recorded.decision,
            "decided_on": recorded.decided_on,
            "answer": recorded.answer,
            "words": recorded.words,
            **changed,
        }
        try:
            self._desk.do(outcome.edit_outcome, recorded.id, OutcomeDraft(**values))
        except Invalid as error:
            self.answer.complain(" ".join(words.complaint(c) for c in error.complaints))

    def _weigh(self, draft: ReasonDraft) -> None:
        if self.answer is not None:
            self._desk.do(outcome.weigh_reason, self.answer.key, draft)

    def _remove(self, reason: str) -> None:
        self._desk.do(outcome.delete_reason, reason)

    def _answer(self, given: Answer) -> None:
        if self.answer is not None:
            self._desk.do(outcome.answer_offer, self.answer.key, given)

    def _change_decision(self, decision: Decision) -> None:
        self._edit(decision=decision)

    def _change_day(self, day: date) -> None:
        self._edit(decided_on=day)

    def _take_back(self) -> None:
        recorded = self._debrief.outcome if self._debrief else None
        if recorded is not None:
            self._desk.flush()
            self._desk.do(outcome.delete_outcome, recorded.id)

    def _later(self) -> None:
        self._desk.flush()
        self._navigator.open("today")
