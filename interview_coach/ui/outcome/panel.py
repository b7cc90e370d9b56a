"""Owns the Outcome step: before the answer five choices, after it what was decided and what explains it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Answer, Decision, Topic
from interview_coach.domain.outcome import Debrief, OutcomeDraft, ReasonDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interviews, outcome, outcomes
from interview_coach.ui import words
from interview_coach.ui.beside import BesideCard, around_round
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.after_no import AfterNoCard
from interview_coach.ui.outcome.ahead import AheadCard
from interview_coach.ui.outcome.answer import AnswerCard
from interview_coach.ui.outcome.asking import AskCard
from interview_coach.ui.outcome.carry import CarryCard
from interview_coach.ui.outcome.reasons import ReasonsCard
from interview_coach.ui.outcome.sides import KnewCard, SignsCard
from interview_coach.ui.page import StepPanel
from interview_coach.ui.theme import SPACE
from interview_coach.ui.widgets import Columns, ScrollPage

SIDE_WIDTH = 420
_WITH_REASONS = frozenset({Decision.REJECTED, Decision.WITHDREW, Decision.CANCELLED})


class After(QWidget):
    """What shows once there is an answer. It belongs to one outcome.

    Signals: none of its own.
    """

    def __init__(
        self, desk: Desk, interview: str, key: str, picked: dict[str, bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._stops: list[QWidget] = []
        self.answer = AnswerCard(desk, key)
        self.ahead = AheadCard()
        self.reasons = ReasonsCard(desk, key)
        self.after_no = AfterNoCard(desk, key)
        self.signs = SignsCard()
        self.knew = KnewCard()
        self.carry = CarryCard(desk, interview, key, picked)
        self.columns = Columns(SIDE_WIDTH)
        for card in (self.reasons, self.answer, self.after_no, self.ahead):
            self.columns.main.addWidget(card)
        self.columns.main.addStretch(1)
        for beside in (self.signs, self.knew, self.carry):
            self.columns.side.addWidget(beside)
        self.columns.side.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show it all anew, in place."""
        if debrief.outcome is None:
            return
        decision = debrief.outcome.decision
        rejected = decision is Decision.REJECTED
        # After a no the reasons lead; else the answer does.
        first = self.reasons if rejected else self.answer
        if self.columns.main.indexOf(first) != 0:
            self.columns.main.insertWidget(0, first)
        self.answer.show_recorded(debrief.outcome)
        self.reasons.setVisible(decision in _WITH_REASONS)
        self.reasons.show_debrief(debrief)
        self.after_no.refresh(rejected=rejected)
        self.signs.setVisible(rejected)
        self.signs.show_debrief(debrief)
        self.knew.show_debrief(debrief)
        self.ahead.setVisible(decision is Decision.ADVANCED)
        self.carry.setVisible(decision in _WITH_REASONS or bool(debrief.choices))
        self.carry.show_debrief(debrief)
        self._lead_tab(first)

    def _lead_tab(self, first: QWidget) -> None:
        """Let Tab go as one reads: what opened later was made last, and would come last."""
        leading = self.reasons.stops, self.answer.stops
        if first is self.answer:
            leading = leading[1], [self.ahead.button, *leading[0]]
        stops = [*leading[0], *leading[1], *self.after_no.stops, *self.carry.stops]
        if stops != self._stops:
            self._stops = stops
            for before, now in pairwise(stops):
                QWidget.setTabOrder(before, now)


class OutcomePanel(StepPanel):
    """The Outcome step.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.INTERVIEW,
            Topic.OPPORTUNITY,
            Topic.REVIEW,
            Topic.LESSON,
            Topic.OUTCOME,
            Topic.COMPANY,
            Topic.SETTING,
        }
    )

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        parent: QWidget | None = None,
        beside: Sequence[BesideCard] = (),
    ) -> None:
        super().__init__(desk, navigator, parent)
        self.beside = tuple(beside)
        self._debrief: Debrief | None = None
        # Ticks that wait for their button, by outcome: looking elsewhere does not lose them.
        self._picked: dict[str, dict[str, bool]] = {}
        self.page = ScrollPage()
        self.page.body.setContentsMargins(SPACE.page, 0, SPACE.page, 22)
        self.ask = AskCard()
        self.ask.answered.connect(self._record)
        self.ask.review_wanted.connect(self._to_review)
        self.after: After | None = None
        self.page.add(self.ask)
        for card in self.beside:
            self.page.add(card)
        self.page.body.addStretch(1)
        self.ask.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    # --- what shows ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask again and show the answer, in what shows already where it fits."""
        try:
            debrief = self.desk.ask(outcomes.debrief, self.interview)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            # Deleted: the page around this one leads elsewhere.
            self._take_away()
            self.ask.hide()
            return
        self._debrief = debrief
        for card in self.beside:
            head = self.desk.ask(interviews.interview_head, self.interview)
            card.show_around(around_round(head, "outcome"))
        recorded = debrief.outcome
        if recorded is None:
            self._take_away()
            self.ask.show_debrief(debrief, self._today())
            self.ask.show()
            return
        self.ask.hide()
        if self.after is None or self.after.key != recorded.id:
            self._take_away()
            self.after = self._made_after(recorded.id)
        self.after.show_debrief(debrief)
        self.after.show()
        if recorded.decision is Decision.ADVANCED:
            head = self.desk.ask(interviews.interview_head, self.interview)
            self.after.ahead.show_head(head)

    def reset(self) -> None:
        """Forget the interview before."""
        self._take_away()
        self._debrief = None
        for card in self.beside:
            card.reset()
        self.page.verticalScrollBar().setValue(0)

    def tick(self) -> None:
        """Another day may have begun."""
        if self._debrief is not None and self._debrief.outcome is None and self.isVisible():
            self.refresh()

    def place(self) -> Place:
        """This interview's outcome."""
        return Place("interview", self.interview, "outcome")

    def focus_first(self) -> None:
        """Go to where one begins: the five answers, or what explains the one there is."""
        self.make_fresh()
        if self.after is None:
            self.ask.choices[0].setFocus()
        elif not self.after.reasons.isHidden() and self.after.reasons.lines:
            line = self.after.reasons.lines[0]
            chosen = [c for c in line.sign.choices if c.isChecked()]
            (chosen or line.sign.choices)[0].setFocus()
        elif not self.after.ahead.isHidden():
            self.after.ahead.button.setFocus()
        else:
            self.after.answer.words.control.setFocus()

    def _today(self) -> date:
        return self.desk.now().astimezone(self.desk.local()).date()

    def _made_after(self, key: str) -> After:
        picked = self._picked.setdefault(key, {})
        after = After(self.desk, self.interview, key, picked, self.page.content)
        after.answer.decision_chosen.connect(self._change_decision)
        after.answer.day_chosen.connect(self._change_day)
        after.answer.answer_chosen.connect(self._answer)
        after.answer.taken_back.connect(self._take_back)
        after.reasons.weighed.connect(self._weigh)
        after.reasons.removed.connect(self._remove)
        after.reasons.later.connect(self._later)
        after.ahead.add_wanted.connect(self._add_round)
        after.ahead.open_wanted.connect(self._open_round)
        after.carry.carried.connect(self._carry)
        self.page.body.insertWidget(1, after)
        return after

    def _take_away(self) -> None:
        if self.after is not None:
            self.after.hide()
            self.after.deleteLater()
            self.after = None

    # --- what is done -------------------------------------------------------------------------

    def _record(self, decision: Decision) -> None:
        if self._debrief is None:
            return
        draft = OutcomeDraft(decision, self._today(), interview_id=self.interview)
        self.desk.do(outcome.record_outcome, self._debrief.opportunity_id, draft)
        self.page.verticalScrollBar().setValue(0)
        self.focus_first()

    def _edit(self, **changed: Any) -> None:
        # What is typed in their words goes first, so that it is not written over.
        self.desk.flush()
        recorded = self._debrief.outcome if self._debrief else None
        if recorded is None or self.after is None:
            return
        values: dict[str, Any] = {
            "decision": recorded.decision,
            "decided_on": recorded.decided_on,
            "answer": recorded.answer,
            "words": recorded.words,
            **changed,
        }
        try:
            self.desk.do(outcome.edit_outcome, recorded.id, OutcomeDraft(**values))
        except Invalid as error:
            self.after.answer.complain(" ".join(words.complaint(c) for c in error.complaints))

    def _change_decision(self, decision: Decision) -> None:
        self._edit(decision=decision)

    def _change_day(self, day: date) -> None:
        self._edit(decided_on=day)

    def _answer(self, answer: Answer) -> None:
        if self.after is not None:
            self.desk.do(outcome.answer_offer, self.after.key, answer)

    def _take_back(self) -> None:
        if self.after is not None:
            self.desk.flush()
            self.desk.do(outcome.delete_outcome, self.after.key)
            self.focus_first()

    def _weigh(self, draft: ReasonDraft) -> None:
        if self.after is not None:
            self.desk.do(outcome.weigh_reason, self.after.key, draft)

    def _remove(self, reason: str) -> None:
        self.desk.do(outcome.delete_reason, reason)

    def _carry(self, chosen: list[Any], dropped: list[str]) -> None:
        if self.after is None or self._debrief is None:
            return
        ahead = self._debrief.next_interview
        target = ahead.id if ahead else ""
        self.desk.do(outcome.carry_on, self.after.key, self.interview, chosen, target, dropped)

    def _later(self) -> None:
        self.desk.flush()
        self.navigator.open("today")

    def _to_review(self) -> None:
        self.navigator.open("interview", self.interview, "review")

    def _add_round(self) -> None:
        if self._debrief is not None:
            self.navigator.open("new_interview", self._debrief.opportunity_id)

    def _open_round(self, key: str) -> None:
        self.navigator.open("interview", key)
