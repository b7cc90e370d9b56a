"""What was believed before one round and disproved in it, and what was said about pay, through the next."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from interview_coach.domain.interview import InterviewDraft, Interviewer
from interview_coach.domain.kinds import Decision, Felt, InterviewKind
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.pay import PayDraft
from interview_coach.store import interview, interviews, outcome, pay, research, review
from tests.journeys.person import CTRL, Key, Person
from tests.stores import Clock

BELIEF = "The team is five people"
TRUTH = "Nine, and two of them are new"
FIRST = InterviewDraft(
    "Northwind",
    "Data Engineer",
    datetime(2026, 11, 23, 10),
    "Europe/Berlin",
    interviewers=(Interviewer("Greta Lund"),),
)


def test_a_belief_and_the_pay_go_through_both_rounds(person: Person, clock: Clock) -> None:
    person.start()
    person.click("Not now")
    first = person.desk.do(interview.add_interview, FIRST)
    job = person.desk.ask(interviews.interview_head, first).opportunity_id
    person.window.navigator.open("interview", first, "prepare")
    person.wait_to_see("What I know about them")
    assert person.sees("Nothing said about pay yet.")
    person.into("New note about them", BELIEF, QLineEdit)
    person.press(Key.Key_Return)
    person.wait_to_see("Unsure · Sun 22 Nov")

    # The review asks after free recall, not before.
    clock.forward(days=1)
    person.window.navigator.open("interview", first, "review")
    person.wait_to_see("What did they ask?")
    assert not person.sees(BELIEF)
    person.desk.do(review.set_felt, first, Felt.GOOD)
    person.click("That is all I remember")
    person.wait_to_see("What proved wrong")
    person.click(f"Proved wrong: {BELIEF}", QAbstractButton)
    assert person.focused_name() == "What you learned instead"
    person.type(TRUTH)
    person.press(Key.Key_Return, CTRL)
    person.wait_to_see(f"What I learned: {TRUTH}")
    person.click("Note what was said")
    assert person.focused_name() == "What they asked"
    person.type("What do you expect?")
    person.into("What I said", "Ninety or more", QPlainTextEdit)
    # Sealing keeps what is still being typed.
    person.click("Finish and seal review")
    person.wait_to_see("Sealed")
    assert person.sees(f"{BELIEF}\nWhat I learned: {TRUTH}")

    # Both stand in the preparation of the next round, whose interviewers are others.
    said = OutcomeDraft(Decision.ADVANCED, date(2026, 11, 23), interview_id=first)
    person.desk.do(outcome.record_outcome, job, said)
    draft = person.desk.ask(interviews.next_round_draft, job)
    assert draft is not None
    second = person.desk.do(interview.add_interview, draft)
    person.close()
    person.start()
    person.window.navigator.open("interview", second, "prepare")
    person.wait_to_see(BELIEF)
    for text in ("Proved wrong", "Phone screen, Mon 23 Nov", f"What I learned: {TRUTH}"):
        assert person.sees(text), text
    assert person.sees("Mon 23 Nov · to Greta Lund · Phone screen")
    assert person.sees("They asked: What do you expect?")
    assert person.sees("I said: Ninety or more")
    assert person.desk.ask(interviews.interview_head, second).kind is InterviewKind.HIRING_MANAGER
    (note,) = person.desk.ask(research.research, job)
    assert (note.disproved_in, note.learned) == (first, TRUTH)
    (talk,) = person.desk.ask(pay.pay, job).talks
    assert talk.interview_id == first
    day = date(2026, 11, 23)
    assert talk.draft == PayDraft(day, "Greta Lund", "What do you expect?", "Ninety or more")
    # And on the page of the opportunity, and on the day.
    person.window.navigator.open("opportunity", job)
    person.wait_to_see(f"What I learned: {TRUTH}")
    assert person.sees("I said: Ninety or more")
    person.window.navigator.open("interview", second, "interview")
    person.wait_to_see("I said: Ninety or more")


def test_undo_stays_where_it_was_done(person: Person) -> None:
    person.start()
    person.click("Not now")
    first = person.desk.do(interview.add_interview, FIRST)
    job = person.desk.ask(interviews.interview_head, first).opportunity_id
    draft = person.desk.ask(interviews.next_round_draft, job)
    assert draft is not None
    person.desk.do(interview.add_interview, draft)
    for place in (("opportunity", job, ""), ("interview", first, "prepare")):
        person.window.navigator.open(*place)
        person.wait_to_see("What I know about them")
        person.into("New note about them", BELIEF, QLineEdit)
        person.press(Key.Key_Return)
        person.wait_to_see("Unsure · Sun 22 Nov")
        person.command("undo")
        person.qtbot.waitUntil(lambda: not person.sees("Unsure · Sun 22 Nov"))
        here = person.window.here
        assert (here.kind, here.id) == place[:2]
