"""The page and the dialog of an opportunity."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Decision
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interview, interviews, opportunity
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.dialogs import make_dialog
from interview_coach.ui.interviews.opportunity_dialog import OpportunityDialog
from interview_coach.ui.interviews.opportunity_page import OpportunityPage
from interview_coach.ui.navigator import Navigator
from tests.ui.interviews.conftest import Opener, a_draft, scratch

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def job(desk: Desk) -> str:
    """An opportunity without a round."""
    draft = OpportunityDraft(
        "Acme",
        "Engineer",
        posting_text="We build robots.",
        posting_url="https://acme.example.com/jobs/1",
        found_at="A friend",
        pay="80",
        sent="cv.pdf",
        sent_on=date(2026, 11, 20),
        notes="Nice people",
    )
    return desk.do(opportunity.add_opportunity, draft)


@pytest.fixture
def page(desk: Desk, navigator: Navigator, job: str, opened: Opener) -> OpportunityPage:
    shown = OpportunityPage(desk, navigator)
    shown.show_opportunity(job)
    opened(shown)
    return shown


def decision(desk: Desk, job: str) -> Decision | None:
    return desk.ask(opportunity.opportunity_head, job).decision


def choose_outcome(page: OpportunityPage, text: str) -> None:
    page.outcome_menu.aboutToShow.emit()
    next(a for a in page.outcome_menu.actions() if a.text() == text).trigger()


# --- the page -----------------------------------------------------------------------------------


def test_it_shows_what_is_known(page: OpportunityPage) -> None:
    assert page.header.accessibleName() == "Engineer at Acme"
    assert page.posting.text() == "We build robots."
    assert page.address.text() == "https://acme.example.com/jobs/1"
    assert page.sent.text() == "cv.pdf"
    assert page.sent_day.text() == "Fri 20 Nov, 2 days ago"
    assert page.notes.text() == "Nice people"
    assert page.chip.text() == "No round yet"
    assert page.no_rounds.isVisible()
    assert page.title() == "Engineer"


def test_the_first_round_is_added_from_here(
    page: OpportunityPage, job: str, went: list[Place]
) -> None:
    page.focus_first()
    QTest.keyClick(page.add_round, Qt.Key.Key_Space)
    QTest.mouseClick(page.edit, LEFT)
    assert went == [Place("new_interview", job), Place("edit_opportunity", job)]


def test_rounds_open_from_here(page: OpportunityPage, job: str, went: list[Place]) -> None:
    key = page.desk.do(interview.add_interview, a_draft(opportunity_id=job))
    assert page.add_round.text() == "Next round"
    assert not page.no_rounds.isVisible()
    page.rounds.opened.emit(key)
    assert went == [Place("interview", key)]


@pytest.mark.parametrize("what", list(Decision))
def test_an_outcome_without_a_round(page: OpportunityPage, job: str, what: Decision) -> None:
    words = {
        Decision.ADVANCED: "Advanced",
        Decision.OFFER: "Offer",
        Decision.REJECTED: "Not this time",
        Decision.WITHDREW: "I withdrew",
        Decision.CANCELLED: "They cancelled",
    }
    choose_outcome(page, words[what])
    assert decision(page.desk, job) is what
    assert page.chip.text() == f"{words[what]} · 22 Nov"
    page.desk.undo()
    assert decision(page.desk, job) is None
    assert page.chip.text() == "No round yet"


def test_a_slip_is_mended_in_place_and_taken_back(page: OpportunityPage, job: str) -> None:
    choose_outcome(page, "I withdrew")
    choose_outcome(page, "Not this time")
    assert decision(page.desk, job) is Decision.REJECTED
    choose_outcome(page, "No answer yet, after all")
    assert decision(page.desk, job) is None


def test_archive_and_back(page: OpportunityPage, job: str) -> None:
    QTest.mouseClick(page.archive, LEFT)
    assert page.chip.text() == "Archived"
    assert not page.add_round.isVisible()
    QTest.mouseClick(page.archive, LEFT)
    assert page.chip.text() == "No round yet"


def test_delete_goes_back_to_the_list_and_undo_brings_all_of_it_back(
    page: OpportunityPage, job: str, went: list[Place]
) -> None:
    key = page.desk.do(interview.add_interview, a_draft(opportunity_id=job))
    QTest.mouseClick(page.delete, LEFT)
    assert went == [Place("interviews")]
    assert page.gone.isVisible()
    with pytest.raises(Trouble):
        page.desk.ask(interviews.interview_head, key)
    page.desk.undo()
    assert not page.gone.isVisible()
    assert page.header.accessibleName() == "Engineer at Acme"
    assert page.desk.ask(interviews.interview_head, key).id == key


def test_what_is_not_there_is_trouble_for_the_window(page: OpportunityPage, job: str) -> None:
    with pytest.raises(Trouble):
        page.show_opportunity("nowhere")
    assert page.place() == Place("opportunity", job)


def test_where_the_last_round_stands_is_where_it_stands(
    full_desk: Desk, navigator: Navigator, opened: Opener
) -> None:
    row = full_desk.ask(interviews.interview_list).waiting[-1]
    page = OpportunityPage(full_desk, navigator)
    page.show_opportunity(row.opportunity_id)
    opened(page)
    assert page.chip.text() == "Waiting to hear"
    assert [a.text() for a in page.menu_actions()] == ["Edit", "Next round", "Archive", "Delete"]


def test_a_long_posting_scrolls_in_a_field(page: OpportunityPage, job: str) -> None:
    draft = page.desk.ask(opportunity.opportunity_head, job).draft
    from dataclasses import replace

    text = "A line of a long posting.\n" * 1000
    page.desk.do(opportunity.edit_opportunity, job, replace(draft, posting_text=text))
    assert page.long_posting.isVisible()
    assert page.long_posting.isReadOnly()
    assert page.long_posting.text == text.rstrip()
    assert not page.posting.isVisible()


# --- the dialog ---------------------------------------------------------------------------------


def test_a_new_opportunity_opens_its_page(
    desk: Desk, navigator: Navigator, opened: Opener, went: list[Place]
) -> None:
    dialog = make_dialog(Place("new_opportunity"), desk, navigator, None)
    assert isinstance(dialog, OpportunityDialog)
    opened(dialog)
    QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.posting_url, "the shop window")
    dialog.save()
    assert dialog.fields["title"].error
    assert dialog.fields["posting_url"].error.startswith("That is not a link.")
    assert dialog.role.hasFocus()
    assert dialog.posting_url.text() == "the shop window"
    QTest.keyClicks(dialog.role, "Engineer")
    dialog.posting_url.selectAll()
    QTest.keyClicks(dialog.posting_url, "acme.example.com/jobs")
    dialog.sent_on.known.click()
    QTest.keyClicks(dialog.sent, "cv.pdf")
    QTest.keyClick(dialog.sent, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (row,) = desk.ask(interviews.interview_list).no_round
    assert (row.company, row.title, row.sent_on) == ("Acme", "Engineer", date(2026, 11, 22))
    assert went == [Place("opportunity", row.id)]


def test_editing_keeps_what_was_not_touched(desk: Desk, job: str, opened: Opener) -> None:
    before = desk.ask(opportunity.opportunity_head, job).draft
    dialog = OpportunityDialog(desk, None, job)
    opened(dialog)
    QTest.keyClick(dialog.pay, Qt.Key.Key_End)
    QTest.keyClicks(dialog.pay, " k")
    dialog.save()
    after = desk.ask(opportunity.opportunity_head, job).draft
    assert after.pay == "80 k"
    assert after.sent_on == before.sent_on
    assert after.posting_text == before.posting_text


def test_it_is_restored_after_a_crash(desk: Desk, opened: Opener) -> None:
    dialog = OpportunityDialog(desk)
    opened(dialog)
    QTest.keyClicks(dialog.company, "Acme")
    dialog.sent_on.known.click()
    desk.scribble_all()
    assert scratch(desk, "dialog:opportunity:new") is not None
    again = OpportunityDialog(desk)
    opened(again)
    assert again.restored.isVisible()
    assert again.company.text() == "Acme"
    assert again.draft().sent_on == date(2026, 11, 22)
    again.restored.acted.emit()
    assert again.company.text() == ""
    assert again.draft().sent_on is None
    assert scratch(desk, "dialog:opportunity:new") is None
