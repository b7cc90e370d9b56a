"""The debrief in depth, on the form: signals and their meaning, stories told, the bank, feedback."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Confidence, LibraryKind, ReviewText, Section
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.review import ReviewForm
from interview_coach.store import library, prep, quick, review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.answered import Answered
from interview_coach.ui.review.asked import AskedLine
from interview_coach.ui.review.signals import SignalLine
from interview_coach.ui.widgets import Label
from tests.ui.review.conftest import (
    Opens,
    clicks,
    focus,
    form_of,
    presses,
    recall_of,
    sealed_of,
    types,
)


def stored(desk: Desk, key: str) -> ReviewForm:
    return desk.ask(reviews.review_form, key)


def signal_line(panel: ReviewPanel, place: int = 0) -> SignalLine:
    row = form_of(panel).signals.lines.rows[place]
    assert isinstance(row, SignalLine)
    return row


def answered(panel: ReviewPanel, place: int) -> Answered:
    row = form_of(panel).asked.lines.rows[place]
    assert isinstance(row, AskedLine)
    assert row.answered is not None
    return row.answered


def settles(panel: ReviewPanel, qtbot: QtBot) -> None:
    """Wait until the bank has been looked through."""
    qtbot.waitUntil(lambda: not form_of(panel).asked.alike.busy)


def bank(desk: Desk, text: str) -> str:
    return desk.do(library.add_library_item, LibraryDraft(LibraryKind.QUESTION, text))


# --- signals ----------------------------------------------------------------------------------


def test_a_common_signal_is_added_as_a_row_that_one_words_on(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    chip = form_of(form_panel).signals.chips["Pay came up"]
    chip.click()
    assert focus() is signal_line(form_panel).text
    types(", and they did not flinch")
    presses(Qt.Key.Key_Return)
    (found,) = stored(desk, held).signals
    assert found.text == "Pay came up, and they did not flinch"


def test_what_it_may_mean_is_folded_until_asked_for_and_kept_apart(
    form_panel: ReviewPanel, desk: Desk, held: str, qtbot: QtBot
) -> None:
    desk.do(review.add_signal, held, "We will be in touch")
    row = signal_line(form_panel)
    assert not row.folded.isVisible()
    clicks(row.ask)
    assert focus() is row.meaning
    types("They say it to all")
    qtbot.waitUntil(lambda: row.confidence.height() > 0)
    clicks(row.confidence.choices[1])
    presses(Qt.Key.Key_Tab)
    (found,) = stored(desk, held).signals
    assert (found.text, found.meaning) == ("We will be in touch", "They say it to all")
    assert found.confidence is Confidence.LIKELY
    assert row.folded.isVisible()
    assert not row.ask.isVisible()


def test_a_meaning_that_was_being_typed_comes_back(
    opens: Opens, form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    key = desk.do(review.add_signal, held, "A pause")
    form_panel.close()
    desk.store.scribble(f"review:{held}:signal:{key}:meaning", "Perhaps noth", "")
    again = opens(desk, held)
    row = signal_line(again)
    assert row.folded.isVisible()
    assert row.meaning.text == "Perhaps noth"


def test_feedback_is_theirs_and_has_its_earlier_versions(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    block = form_of(form_panel).prose[ReviewText.FEEDBACK]
    block.text.setFocus()
    types("You think before you speak")
    presses(Qt.Key.Key_Tab)
    assert stored(desk, held).feedback == "You think before you speak"
    desk.do(review.seal_review, held)
    said = [label.text() for label in sealed_of(form_panel).findChildren(Label)]
    assert "Feedback, in their own words" in said
    assert "You think before you speak" in said


# --- the story told ---------------------------------------------------------------------------


def test_the_story_told_is_chosen_with_the_planned_ones_first_and_twice_is_noticed(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    assert [a.isEnabled() for a in answered(form_panel, 0).stories().actions()] == [False]
    desk.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "A bridge & a river"))
    item = desk.do(prep.add_item, held, PrepDraft(Section.STORY, "The outage"))
    desk.do(library.keep_prep_item, item)
    menu = answered(form_panel, 0).stories()
    names = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert names == ["No story", "The outage", "A bridge && a river"]
    for place in (0, 1):
        menu = answered(form_panel, place).stories()
        next(action for action in menu.actions() if action.text() == "The outage").trigger()
    assert [one.story for one in stored(desk, held).asked] == ["The outage", "The outage"]
    first = answered(form_panel, 0)
    assert first.story.text() == "Story: The outage"
    assert first.twice.text() == "Also told in question 2."
    assert first.twice.isVisible()
    desk.undo()
    assert not first.twice.isVisible()
    assert answered(form_panel, 1).story.text() == "Story I told"


# --- the bank ---------------------------------------------------------------------------------


def test_a_likeness_is_proposed_and_linked_only_by_saying_so(
    form_panel: ReviewPanel, desk: Desk, held: str, qtbot: QtBot
) -> None:
    known = bank(desk, "How would you test a pipeline?")
    desk.do(review.add_asked, held, "How do you test this pipeline?")
    settles(form_panel, qtbot)
    row = answered(form_panel, 2)
    assert row.known.text() == "Like in your bank: How would you test a pipeline?"
    assert row.same.isVisible()
    assert all(one.question_id is None for one in stored(desk, held).asked)
    assert not answered(form_panel, 0).known.isVisible()
    row.same.click()
    assert stored(desk, held).asked[2].question_id == known
    assert row.known.text() == "In your bank: How would you test a pipeline?"
    assert row.unlink.isVisible()
    assert not row.keep.isVisible()
    row.unlink.click()
    assert stored(desk, held).asked[2].question_id is None


def test_not_the_same_is_not_asked_again(
    opens: Opens, form_panel: ReviewPanel, desk: Desk, held: str, qtbot: QtBot
) -> None:
    bank(desk, "How would you test a pipeline?")
    form_panel.close()
    panel = opens(desk, held)
    settles(panel, qtbot)
    row = answered(panel, 1)
    row.other.click()
    assert not row.known.isVisible()
    again = opens(desk, held)
    settles(again, qtbot)
    assert not answered(again, 1).known.isVisible()
    assert answered(again, 1).keep.isVisible()
    answered(again, 1).keep.click()
    assert stored(desk, held).asked[1].question == "How do you test a pipeline?"


def test_looking_through_a_large_bank_lets_every_key_through(
    form_panel: ReviewPanel, desk: Desk, held: str, qtbot: QtBot
) -> None:
    desk.do(
        library.import_library_items,
        [
            LibraryDraft(LibraryKind.QUESTION, f"How do you test a pipeline of kind {n}?")
            for n in range(400)
        ],
    )
    block = form_of(form_panel).asked
    block.focus_new()
    types("Why do you test a pipeline")
    presses(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: block.alike.busy and not block.alike.settling)
    # While it looks the loop comes round again and again, and what is typed arrives.
    types("Why us")
    assert block.alike.busy
    assert block.lines.new.text.text == "Why us"
    settles(form_panel, qtbot)
    assert answered(form_panel, 2).known.isVisible()


# --- the first note ---------------------------------------------------------------------------


def test_the_first_note_stands_on_top_and_both_times_are_said(
    opens: Opens, desk: Desk, held: str
) -> None:
    desk.do(quick.capture_text, held, ReviewText.QUICK_NOTE, "The book she named")
    panel = opens(desk, held)
    recall = recall_of(panel)
    assert recall.first_note.isVisible()
    assert recall.first_note.block.text.text == "The book she named"
    assert recall.first_note.when == "First note 25 min after"
    desk.do(review.finish_recall, held)
    assert form_of(panel).first_note.isVisible()
    desk.do(review.seal_review, held)
    assert (
        sealed_of(panel).stamp.text().endswith("First note 25 min after · completed 25 min after")
    )


@pytest.mark.parametrize("recalled", [True, False])
def test_without_a_first_note_there_is_none(
    opens: Opens, desk: Desk, held: str, *, recalled: bool
) -> None:
    desk.do(review.finish_recall, held, finished=recalled)
    face = opens(desk, held).face
    assert not face.first_note.isVisible()  # type: ignore[union-attr]
