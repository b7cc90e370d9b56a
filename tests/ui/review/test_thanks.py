"""The thank-you: a draft that takes nothing over, copied, handed to the mail program by a click, ticked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import Felt, ReviewText
from interview_coach.domain.thanks import ThankYou
from interview_coach.store import interview, interviews, review, thanks
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.thanks import ThanksDialog
from tests.ui.review.conftest import Opens, form_of, presses, sealed_of, types

OpensThanks = Callable[[], ThanksDialog]


def stored(desk: Desk, key: str) -> ThankYou:
    return desk.ask(thanks.thank_you, key)


@pytest.fixture
def opened_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the desktop to open."""
    links: list[str] = []

    def opens(url: QUrl) -> bool:
        links.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    return links


@pytest.fixture
def thanked(desk: Desk, held: str) -> str:
    """The held interview, with two people and a review in my own words."""
    draft = desk.ask(interviews.interview_draft, held)
    people = (Interviewer("Priya Raman"), Interviewer("Tom Okafor"))
    desk.do(interview.edit_interview, held, replace(draft, interviewers=people))
    desk.do(review.set_felt, held, Felt.GOOD)
    desk.do(review.add_asked, held, "How do you test a pipeline?")
    desk.do(review.write_review, held, ReviewText.WENT_WELL, "The migration story")
    desk.do(review.finish_recall, held)
    return held


@pytest.fixture
def opens_thanks(qtbot: QtBot, desk: Desk, thanked: str) -> OpensThanks:
    """Opens the thank-you."""

    def open_thanks() -> ThanksDialog:
        dialog = ThanksDialog(desk, thanked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_thanks


def test_the_draft_names_who_and_one_thing_of_mine_and_looking_at_it_stores_nothing(
    opens_thanks: OpensThanks, desk: Desk, thanked: str
) -> None:
    dialog = opens_thanks()
    text = dialog.text.text
    assert text.startswith("Dear Priya and Tom,")
    assert "Senior Data Engineer" in text
    assert "The migration story" in text
    dialog.choice.setCurrentIndex(2)
    assert "How do you test a pipeline?" in dialog.text.text
    assert "The migration story" not in dialog.text.text
    before = desk.can()
    dialog.reject()
    assert stored(desk, thanked).text == ""
    assert desk.can() == before


def test_what_i_worded_is_never_replaced(
    opens_thanks: OpensThanks, desk: Desk, thanked: str
) -> None:
    dialog = opens_thanks()
    dialog.text.setFocus()
    types("Hello! ")
    dialog.choice.setCurrentIndex(2)
    assert "Hello! " in dialog.text.text
    assert "The migration story" in dialog.text.text
    assert "How do you test a pipeline?" in dialog.text.text
    dialog.reject()
    assert stored(desk, thanked).text.startswith("Hello! ")
    again = opens_thanks()
    assert again.text.text.startswith("Hello! ")


def test_copied_it_is_kept_as_it_was_copied(
    opens_thanks: OpensThanks, desk: Desk, thanked: str, opened_links: list[str]
) -> None:
    dialog = opens_thanks()
    presses(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Dear Priya and Tom,")
    assert stored(desk, thanked).text == copied
    assert dialog.said.text()
    assert stored(desk, thanked).thanked_at is None
    assert opened_links == []


def test_the_mail_program_is_opened_by_a_click_and_gets_the_text(
    opens_thanks: OpensThanks, desk: Desk, thanked: str, opened_links: list[str]
) -> None:
    dialog = opens_thanks()
    assert opened_links == []
    dialog.mail.click()
    (link,) = opened_links
    assert link.startswith("mailto:?subject=Thank%20you")
    assert "Dear%20Priya%20and%20Tom" in link
    assert "%0D%0A%0D%0A" in link
    dialog.text.set_text("x" * 3000)
    dialog.text.edited.emit()
    dialog.mail.click()
    assert len(opened_links) == 1
    assert "too long" in dialog.said.text()


def test_ticked_in_either_place_it_is_ticked_in_both_also_once_sealed(
    opens_thanks: OpensThanks, opens: Opens, desk: Desk, thanked: str
) -> None:
    panel: ReviewPanel = opens(desk, thanked)
    row = form_of(panel).follow_up.row
    assert row.tick.accessibleName() == "Thank-you note to Priya and Tom"
    dialog = opens_thanks()
    dialog.sent.tick.click()
    assert stored(desk, thanked).thanked_at is not None
    assert row.checked
    dialog.close()
    row.tick.click()
    assert stored(desk, thanked).thanked_at is None
    desk.do(review.seal_review, thanked)
    sealed_of(panel).follow_up.row.tick.click()
    assert stored(desk, thanked).thanked_at is not None
    desk.undo()
    assert not sealed_of(panel).follow_up.row.checked


def test_its_button_asks_the_window_for_it(
    opens: Opens, desk: Desk, thanked: str, qtbot: QtBot
) -> None:
    panel = opens(desk, thanked)
    with qtbot.waitSignal(panel.navigator.wanted) as wanted:
        form_of(panel).follow_up.open.click()
    (place,) = wanted.args
    assert (place.kind, place.id) == ("thanks", thanked)
