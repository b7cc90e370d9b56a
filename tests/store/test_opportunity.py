"""Opportunities: with and without rounds, put aside, what the posting asks for."""

from __future__ import annotations

from datetime import date

import pytest

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Decision, InterviewKind, Strength
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, opportunity, outcome, prep
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round

DRAFT = OpportunityDraft(
    company="Acme",
    title="Tester",
    posting_text="We look for someone",
    posting_url="https://jobs.example.com/1",
    found_at="a friend",
    pay="60 to 70",
    sent="cv.pdf, letter.pdf",
    sent_on=date(2026, 11, 1),
    notes="Ask Ada",
)


def test_what_was_typed_is_what_is_there(store: Store) -> None:
    key = store.do(opportunity.add_opportunity, DRAFT)
    head = store.ask(opportunity.opportunity_head, key)
    assert head.draft == DRAFT
    assert head.rounds == ()
    assert not head.archived
    store.history.forget()
    store.do(opportunity.edit_opportunity, key, head.draft)
    assert store.can().undo is None, "saving what is there changes nothing"


def test_editing_can_move_it_to_another_company(store: Store) -> None:
    key = store.do(opportunity.add_opportunity, DRAFT)
    held = store.do(interview.add_interview, a_round(opportunity_id=key))
    store.do(opportunity.edit_opportunity, key, OpportunityDraft("Beta", "Lead"))
    head = store.ask(interviews.interview_head, held)
    assert (head.company, head.title, head.posting_text) == ("Beta", "Lead", "")
    store.undo()
    assert store.ask(interviews.interview_head, held).company == "Acme"


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (OpportunityDraft("", "Tester"), "company", "missing"),
        (OpportunityDraft("Acme", " "), "title", "missing"),
        (OpportunityDraft("Acme", "Tester", posting_url="somewhere"), "posting_url", "not_a_link"),
    ],
)
def test_what_is_wrong_is_named(
    store: Store, draft: OpportunityDraft, field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        store.do(opportunity.add_opportunity, draft)
    assert [(c.field, c.code) for c in refusal.value.complaints] == [(field, code)]


def test_what_is_put_aside_asks_for_nothing(store: Store) -> None:
    held = store.do(interview.add_interview, a_round())
    key = store.ask(interviews.interview_head, held).opportunity_id
    store.do(opportunity.archive_opportunity, key)
    found = store.ask(interviews.interview_list)
    assert found.to_review == ()
    assert [(r.id, r.archived) for r in found.closed] == [(held, True)]
    # A round for the same job is a new opportunity then.
    again = store.do(interview.add_interview, a_round())
    assert store.ask(interviews.interview_head, again).opportunity_id != key
    store.do(opportunity.unarchive_opportunity, key)
    assert len(store.ask(interviews.interview_list).to_review) == 2


def test_requirements_are_read_with_the_checklist(store: Store) -> None:
    held = store.do(interview.add_interview, a_round())
    key = store.ask(interviews.interview_head, held).opportunity_id
    first = store.do(opportunity.add_requirement, key, " Databases ")
    second = store.do(opportunity.add_requirement, key, "Teams", "Led five", Strength.SOME)
    found = store.ask(prep.checklist, held).requirements
    assert [(r.id, r.text, r.evidence, r.strength) for r in found] == [
        (first, "Databases", "", Strength.GAP),
        (second, "Teams", "Led five", Strength.SOME),
    ]
    store.do(opportunity.edit_requirement, first, "SQL", "Ten years", Strength.STRONG)
    store.do(opportunity.delete_requirement, second)
    found = store.ask(prep.checklist, held).requirements
    assert [(r.text, r.strength) for r in found] == [("SQL", Strength.STRONG)]
    with pytest.raises(Invalid):
        store.do(opportunity.add_requirement, key, "  ")


def test_the_stage_derives_from_rounds_held_and_survives_a_no(store: Store) -> None:
    first = store.do(interview.add_interview, a_round(kind=InterviewKind.PHONE_SCREEN))
    key = store.ask(interviews.interview_head, first).opportunity_id
    store.do(interview.add_interview, a_round(kind=InterviewKind.TECHNICAL))
    gone = store.do(interview.add_interview, a_round(kind=InterviewKind.FINAL))
    store.do(interview.mark_not_held, gone)
    held = {InterviewKind.PHONE_SCREEN, InterviewKind.TECHNICAL}
    assert set(store.ask(interviews.stage, key)) == held
    store.do(outcome.record_outcome, key, OutcomeDraft(Decision.REJECTED, TODAY))
    assert set(store.ask(interviews.stage, key)) == held
    head = store.ask(opportunity.opportunity_head, key)
    assert (head.decision, head.decided_on) == (Decision.REJECTED, TODAY)


def test_deleting_takes_everything_that_belongs_to_it(store: Store) -> None:
    held = store.do(interview.add_interview, a_round())
    key = store.ask(interviews.interview_head, held).opportunity_id
    store.do(opportunity.delete_opportunity, key)
    for question, what in ((interviews.interview_head, held), (opportunity.opportunity_head, key)):
        with pytest.raises(Trouble):
            store.ask(question, what)
    assert store.ask(interviews.interview_list).no_round == ()
    store.undo()
    assert store.ask(prep.checklist, held).items
