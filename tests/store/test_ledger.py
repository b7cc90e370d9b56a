"""The ledger: every reason once, in the order of time, each side apart, page by page as in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from interview_coach.domain.kinds import Answer, Certainty, Decision, Family, ReasonKind, Sign
from interview_coach.domain.ledger import LedgerFilters, LedgerKey, LedgerRow, Side
from interview_coach.domain.outcome import OutcomeDraft, ReasonDraft
from interview_coach.store import interview, interviews, ledger, outcome
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round


def decided(store: Store, company: str, draft: OutcomeDraft, *reasons: ReasonDraft) -> str:
    """An interview with an answer and its reasons; gives the outcome."""
    key = store.do(interview.add_interview, replace(a_round(), company=company), checklist=False)
    job = store.ask(interviews.interview_head, key).opportunity_id
    made = store.do(outcome.record_outcome, job, replace(draft, interview_id=key))
    for reason in reasons:
        store.do(outcome.weigh_reason, made, reason)
    return made


def own(text: str, sign: Sign = Sign.SOME, family: Family = Family.MINE) -> ReasonDraft:
    return ReasonDraft(family, ReasonKind.OWN, text=text, sign=sign, certainty=Certainty.OBSERVED)


@pytest.fixture
def full(store: Store) -> Store:
    no = OutcomeDraft(Decision.REJECTED, TODAY)
    before = replace(no, decided_on=TODAY - timedelta(days=100))
    told = ReasonDraft(
        Family.NOT_MINE, ReasonKind.JOB_CHANGED, sign=Sign.CLEAR, certainty=Certainty.TOLD
    )
    decided(store, "Acme", before, own("I rambled"), told)
    decided(store, "Brightwater", no, own("I was late", Sign.NONE))
    decided(store, "Civic", OutcomeDraft(Decision.WITHDREW, TODAY), own("The commute"))
    declined = OutcomeDraft(Decision.OFFER, TODAY, Answer.DECLINED)
    decided(store, "Dune", declined, own("The pay"))
    decided(store, "Ember", OutcomeDraft(Decision.OFFER, TODAY, Answer.ACCEPTED), own("Kept"))
    decided(store, "Ferry", OutcomeDraft(Decision.CANCELLED, TODAY), own("They froze it"))
    return store


def listed(store: Store, filters: LedgerFilters) -> list[LedgerRow]:
    keys = store.ask(ledger.ledger_keys, filters)
    rows = store.ask(ledger.ledger_rows, [key.id for key in keys])
    return [rows[key.id] for key in keys]


def texts(store: Store, **wanted: object) -> list[str]:
    rows = listed(store, LedgerFilters(**wanted))  # type: ignore[arg-type]
    return [row.reason.text or row.reason.what.value for row in rows]


def test_their_no_and_mine_are_never_in_one_list(full: Store) -> None:
    assert texts(full) == ["I was late", "job_changed", "I rambled"]
    assert set(texts(full, side=Side.MINE)) == {"The commute", "The pay"}
    assert texts(full, side=Side.CANCELLED) == ["They froze it"]


def test_filters_narrow(full: Store) -> None:
    assert texts(full, family=Family.MINE) == ["I was late", "I rambled"]
    assert texts(full, sign=Sign.CLEAR) == ["job_changed"]
    assert texts(full, certainty=Certainty.OBSERVED, sign=Sign.SOME) == ["I rambled"]
    assert texts(full, since=TODAY - timedelta(days=30)) == ["I was late"]


def test_each_leads_to_its_outcome(full: Store) -> None:
    row = listed(full, LedgerFilters())[0]
    assert (row.company, row.decision, row.decided_on) == ("Brightwater", Decision.REJECTED, TODAY)
    held = full.ask(interviews.interview_head, row.interview_id)
    assert held.opportunity_id == row.opportunity_id
    assert row.kind is held.kind


def test_the_history_is_there_and_the_trash_is_not(full: Store) -> None:
    row = listed(full, LedgerFilters())[0]
    full.do(outcome.learn_more, row.reason.id, "The clock was wrong")
    assert listed(full, LedgerFilters())[0].reason.earlier[0].because == "The clock was wrong"
    full.do(outcome.delete_reason, row.reason.id)
    assert texts(full) == ["job_changed", "I rambled"]
    full.do(interview.delete_interview, row.interview_id)
    full.undo()
    assert texts(full) == ["job_changed", "I rambled"]


def test_page_by_page_is_all_of_it_once(full: Store) -> None:
    whole = full.ask(ledger.ledger_keys, LedgerFilters())
    paged: list[LedgerKey] = []
    while found := full.ask(ledger.ledger_keys, LedgerFilters(), paged[-1] if paged else None, 1):
        paged += found
    assert tuple(paged) == whole
    assert len(set(paged)) == 3
