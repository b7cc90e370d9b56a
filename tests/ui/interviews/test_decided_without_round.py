"""A no that came before any round: its reasons and their words are said on the opportunity's own page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Decision, ReasonKind, Sign
from interview_coach.domain.ledger import LedgerFilters
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.store import interview, ledger, opportunities, opportunity, outcome
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.opportunity_page import OpportunityPage
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.without_round import WithoutRound
from tests.ui.interviews.conftest import Opener, a_draft


@pytest.fixture
def job(desk: Desk) -> str:
    return desk.do(opportunity.add_opportunity, OpportunityDraft("Acme", "Engineer"))


@pytest.fixture
def page(desk: Desk, navigator: Navigator, job: str, opened: Opener) -> OpportunityPage:
    shown = OpportunityPage(desk, navigator, decided=WithoutRound(desk, navigator))
    shown.show_opportunity(job)
    opened(shown)
    return shown


def part(page: OpportunityPage) -> WithoutRound:
    assert isinstance(page.decided, WithoutRound)
    return page.decided


def no(page: OpportunityPage, job: str) -> str:
    today = page.desk.now().date()
    return page.desk.do(outcome.record_outcome, job, OutcomeDraft(Decision.REJECTED, today))


def test_its_reasons_are_weighed_there_and_stand_in_the_ledger(
    page: OpportunityPage, job: str
) -> None:
    assert part(page).isHidden()
    no(page, job)
    reasons = part(page).reasons
    assert reasons is not None
    assert reasons.isVisible()
    assert page.cards.why.isHidden(), "the same is not shown twice"
    line = next(x for x in reasons.lines if x.reason.what is ReasonKind.OTHER_CANDIDATE)
    QTest.keyClick(line.sign.choices[1], Qt.Key.Key_Space)
    (key,) = page.desk.ask(ledger.ledger_keys, LedgerFilters())
    row = page.desk.ask(ledger.ledger_rows, [key.id])[key.id]
    assert (row.reason.sign, row.opportunity_id, row.interview_id) == (Sign.SOME, job, "")
    assert page.cards.signs.isVisible()
    page.desk.undo()
    assert not page.desk.ask(ledger.ledger_keys, LedgerFilters())


def test_their_words_are_kept_and_it_can_be_taken_back(page: OpportunityPage, job: str) -> None:
    no(page, job)
    answer = part(page).answer
    assert answer is not None
    control = answer.words.control
    control.setFocus()
    QTest.keyClicks(control, "Another time")
    page.desk.flush()
    (one,) = page.desk.ask(opportunities.opportunity_told, job).outcomes
    assert one.words == "Another time"
    answer.decision_chosen.emit(Decision.WITHDREW)
    (one,) = page.desk.ask(opportunities.opportunity_told, job).outcomes
    assert (one.decision, one.words) == (Decision.WITHDREW, "Another time")
    QTest.keyClick(answer.take_back, Qt.Key.Key_Space)
    assert part(page).isHidden()


def test_no_thanks_holds_there_too(page: OpportunityPage, job: str) -> None:
    no(page, job)
    card = part(page).after_no
    assert card is not None
    QTest.keyClick(card.no_thanks, Qt.Key.Key_Space)
    assert card.isHidden()


def test_once_there_is_a_round_its_own_step_shows_it(page: OpportunityPage, job: str) -> None:
    no(page, job)
    page.desk.do(interview.add_interview, a_draft(opportunity_id=job))
    assert part(page).isHidden()
    assert page.cards.why.isVisible()
