"""Notes about them and talk of pay: they belong to the opportunity, through all of its rounds."""

from __future__ import annotations

from datetime import date

import pytest

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Confidence, InterviewKind
from interview_coach.domain.pay import PayDraft
from interview_coach.domain.research import NoteDraft
from interview_coach.domain.timeline import Filters
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, opportunity, pay, research, timeline, trash
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.store.dumps import check_derived
from tests.stores import NOW


@pytest.fixture
def held(store: Store) -> str:
    """A round of an opportunity."""
    return store.do(interview.add_interview, a_round(), checklist=False)


@pytest.fixture
def job(store: Store, held: str) -> str:
    return store.ask(interviews.interview_head, held).opportunity_id


def texts(store: Store, job: str) -> list[str]:
    return [note.text for note in store.ask(research.research, job)]


def hits(store: Store, query: str) -> list[tuple[str, str]]:
    keys = store.ask(timeline.keys, Filters(query=query))
    shown = store.ask(timeline.cards, keys, query)
    return [(shown[key].line_code, shown[key].line) for key in keys]


def test_notes_stand_in_the_order_in_which_they_were_put(store: Store, job: str) -> None:
    keys = [store.do(research.add_note, job, NoteDraft(text)) for text in ("a", "b", "c")]
    store.do(research.move_note, keys[2], 0)
    assert texts(store, job) == ["c", "a", "b"]
    store.do(research.move_note, keys[2], 9)
    assert texts(store, job) == ["a", "b", "c"]
    store.do(research.delete_note, keys[0])
    assert texts(store, job) == ["b", "c"]
    store.undo()
    assert texts(store, job) == ["a", "b", "c"]


def test_a_note_says_from_where_when_and_how_sure(store: Store, job: str) -> None:
    key = store.do(research.add_note, job, NoteDraft("Five people"))
    (note,) = store.ask(research.research, job)
    assert (note.link, note.noted_on, note.confidence) == ("", None, Confidence.UNSURE)
    day = date(2026, 11, 20)
    draft = NoteDraft("Five people", "https://acme.example/team", day, Confidence.LIKELY)
    store.do(research.edit_note, key, draft)
    (note,) = store.ask(research.research, job)
    assert (note.link, note.noted_on) == ("https://acme.example/team", day)
    assert note.confidence is Confidence.LIKELY
    with pytest.raises(Invalid):
        store.do(research.edit_note, key, NoteDraft("Five people", "their page"))


def test_what_proved_wrong_stays_and_says_what_was_learned(
    store: Store, job: str, held: str
) -> None:
    key = store.do(research.add_note, job, NoteDraft("Five people"))
    store.do(research.disprove_note, key, held, " Nine of them ")
    (note,) = store.ask(research.research, job)
    assert (note.text, note.disproved, note.learned) == ("Five people", True, "Nine of them")
    round_ = store.ask(interviews.interview_head, held)
    shown = (note.disproved_in, note.disproved_kind, note.disproved_on)
    assert shown == (held, round_.kind, round_.start.date())
    # The round goes, what was learned in it does not.
    store.do(interview.delete_interview, held)
    (note,) = store.ask(research.research, job)
    assert (note.disproved, note.learned) == (True, "Nine of them")
    assert (note.disproved_in, note.disproved_kind, note.disproved_on) == ("", None, None)
    store.undo()
    store.do(research.undisprove_note, key)
    (note,) = store.ask(research.research, job)
    assert (note.disproved, note.learned, note.disproved_in) == (False, "", "")


def test_a_round_that_is_gone_cannot_have_proved_anything(
    store: Store, job: str, held: str
) -> None:
    key = store.do(research.add_note, job, NoteDraft("Five people"))
    store.do(interview.delete_interview, held)
    with pytest.raises(Trouble) as trouble:
        store.do(research.disprove_note, key, held, "Nine")
    assert trouble.value.code == "missing"


def test_pay_is_told_newest_first_beside_what_the_posting_says(
    store: Store, job: str, held: str
) -> None:
    assert store.ask(pay.pay, job).talks == ()
    draft = store.ask(opportunity.opportunity_head, job).draft
    store.do(
        opportunity.edit_opportunity, job, type(draft)(draft.company, draft.title, pay="80-90")
    )
    first = PayDraft(date(2026, 11, 2), "Ada", "What do you earn?", "I would rather not say")
    store.do(pay.add_talk, job, first)
    store.do(pay.add_talk, job, PayDraft(NOW.date(), said="90"), held)
    found = store.ask(pay.pay, job)
    assert found.posting == "80-90"
    assert [(t.said, t.kind) for t in found.talks] == [
        ("90", InterviewKind.PHONE_SCREEN),
        ("I would rather not say", None),
    ]
    assert found.talks[1].draft == first
    store.do(pay.delete_talk, found.talks[0].id)
    assert [t.said for t in store.ask(pay.pay, job).talks] == ["I would rather not say"]


def test_both_are_found_by_search_at_once(store: Store, job: str, held: str) -> None:
    note = store.do(research.add_note, job, NoteDraft("They moved to Tallinn"))
    store.do(pay.add_talk, job, PayDraft(NOW.date(), "Greta", "Your range?", "About ninety"))
    assert hits(store, "tallinn") == [("research", "They moved to Tallinn")]
    assert hits(store, "ninety")[0][0] == "pay"
    # Only what was learned changes, in a column that a review's rating has the name of.
    store.do(research.disprove_note, note, held, "Riga")
    store.do(research.disprove_note, note, held, "Vilnius")
    assert hits(store, "riga") == []
    assert hits(store, "vilnius") == [("research", "They moved to Tallinn Vilnius")]
    check_derived(store)


def test_in_the_trash_they_are_called_by_their_words(store: Store, job: str) -> None:
    note = store.do(research.add_note, job, NoteDraft("Five people"))
    first = store.do(pay.add_talk, job, PayDraft(NOW.date(), asked="Your range?", said="90"))
    second = store.do(pay.add_talk, job, PayDraft(NOW.date(), asked="And now?"))
    store.do(research.delete_note, note)
    for talk in (first, second):
        store.do(pay.delete_talk, talk)
    found = store.ask(trash.trash_batches)
    assert {(one.thing.table, one.thing.title, one.company) for one in found} == {
        ("research_note", "Five people", "Acme"),
        ("pay_talk", "90", "Acme"),
        ("pay_talk", "And now?", "Acme"),
    }


def test_undo_leads_to_the_page_that_it_was_done_on(store: Store, job: str, held: str) -> None:
    places = []
    store.heard = lambda changes: places.append(changes.place)
    page = Place("opportunity", job)
    key = store.do(research.add_note, job, NoteDraft("Five people"), page)
    store.do(research.delete_note, key)
    assert places == [page, Place("interview", held, "prepare")]
