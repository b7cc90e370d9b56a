"""Earlier versions of a long text: reached from it, compared, put back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Label
from interview_coach.domain.interview import InterviewDraft, OpportunityDraft
from interview_coach.domain.kinds import Felt, LibraryField, LibraryKind, ReviewText
from interview_coach.domain.library import LINES, LibraryDraft
from interview_coach.store import interview, libraries, library, opportunity, review, reviews
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.ui import words, words_versions
from interview_coach.ui.compare import CompareView
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.interviews.opportunity_dialog import OpportunityDialog
from interview_coach.ui.library.item_pane import ItemPane
from interview_coach.ui.offering import VersionsWish, focused_offer, offer_versions
from interview_coach.ui.text import tr
from interview_coach.ui.versions.dialog import VersionsDialog
from interview_coach.ui.widgets import LongText
from tests.stores import Clock

HELD = InterviewDraft("Acme", "Engineer", datetime(2026, 11, 20, 10), "Europe/Berlin")


@pytest.fixture
def written(desk: Desk, clock: Clock) -> tuple[str, str]:
    """An interview and its review, whose first text has been written three times."""
    held = desk.do(interview.add_interview, HELD, checklist=False)
    desk.do(review.set_felt, held, Felt.GOOD)
    for text in ("The clinic story", "The clinic story and the drawing", "The drawing"):
        desk.do(review.write_review, held, ReviewText.WENT_WELL, text)
        clock.forward(minutes=30)
    form = desk.ask(reviews.review_form, held)
    assert form.review_id is not None
    return held, form.review_id


def dialog_on(qtbot: QtBot, desk: Desk, wish: VersionsWish) -> VersionsDialog:
    dialog = VersionsDialog(desk, wish)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def struck(view: CompareView) -> list[str]:
    """What stands struck through on the left."""
    return _formatted(view.before.text, lambda f: f.fontStrikeOut())


def underlined(view: CompareView) -> list[str]:
    """What stands underlined on the right."""
    return _formatted(view.after.text, lambda f: f.fontUnderline())


def _formatted(text: LongText, wanted: Any) -> list[str]:
    found = []
    block = text.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if wanted(fragment.charFormat()):
                found.append(fragment.text())
            iterator += 1
        block = block.next()
    return found


def test_each_version_stands_beside_what_it_says_now(
    desk: Desk, written: tuple[str, str], qtbot: QtBot
) -> None:
    dialog = dialog_on(qtbot, desk, VersionsWish("review.went_well", written[1]))
    assert dialog.list.count() == 2
    assert dialog.view.before.text.text == "The clinic story and the drawing"
    assert dialog.view.after.text.text == "The drawing"
    assert struck(dialog.view) == ["clinic story and the "]
    assert underlined(dialog.view) == []
    assert "1 place" in dialog.view.note.text()
    dialog.list.setCurrentRow(1)
    assert dialog.view.before.text.text == "The clinic story"
    assert struck(dialog.view) == ["clinic story"]
    assert underlined(dialog.view) == ["drawing"]
    assert "clinic story" in dialog.view.before.text.accessibleDescription()
    assert dialog.view.before.heading.text().startswith("Until ")
    assert dialog.view.before.text.isReadOnly()


def test_a_version_is_restored_as_one_step(
    desk: Desk, written: tuple[str, str], qtbot: QtBot
) -> None:
    held, owner = written
    dialog = dialog_on(qtbot, desk, VersionsWish("review.went_well", owner))
    dialog.list.setCurrentRow(1)
    dialog.restore.click()
    assert not dialog.isVisible()
    assert desk.ask(reviews.review_form, held).went_well == "The clinic story"
    assert words.undo_text(desk.can().undo) == "Undo restore earlier what went well"
    desk.undo()
    assert desk.ask(reviews.review_form, held).went_well == "The drawing"


def test_without_any_version_it_says_what_will_be_kept(
    desk: Desk, written: tuple[str, str], qtbot: QtBot
) -> None:
    dialog = dialog_on(qtbot, desk, VersionsWish("review.surprises", written[1]))
    assert dialog.none.isVisible()
    assert not dialog.restore.isVisible()
    assert not dialog.view.isVisible()
    assert dialog.focusWidget() is dialog.close_button


def test_a_sealed_review_can_be_read_and_not_changed(
    desk: Desk, written: tuple[str, str], qtbot: QtBot
) -> None:
    desk.do(review.seal_review, written[0])
    dialog = dialog_on(qtbot, desk, VersionsWish("review.went_well", written[1]))
    assert dialog.list.count() == 2
    assert dialog.fixed.isVisible()
    assert not dialog.restore.isVisible()


def test_in_a_form_a_version_is_put_as_if_typed(desk: Desk, clock: Clock, qtbot: QtBot) -> None:
    job = desk.do(opportunity.add_opportunity, OpportunityDraft("Acme", "Engineer", notes="First"))
    clock.forward(hours=1)
    desk.do(opportunity.edit_opportunity, job, OpportunityDraft("Acme", "Engineer", notes="Second"))
    form = OpportunityDialog(desk, None, job)
    qtbot.addWidget(form)
    form.show()
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    form.notes.setFocus()
    form.notes.insertPlainText("Third. ")
    action = form.notes.actions()[0]
    assert action.shortcut().toString() == "Ctrl+Shift+H"
    action.trigger()
    (wish,) = wishes
    assert (wish.field, wish.owner, wish.text) == ("opportunity.notes", job, "Third. Second")
    dialog = dialog_on(qtbot, desk, wish)
    assert dialog.view.after.text.text == "Third. Second"
    dialog.restore.click()
    assert form.notes.text == "First"
    assert desk.ask(opportunity.opportunity_head, job).draft.notes == "Second"
    form.notes.undo()
    assert form.notes.text == "Third. Second"
    form.notes.redo()
    form.save()
    assert desk.ask(opportunity.opportunity_head, job).draft.notes == "First"


def test_the_menu_of_a_text_offers_its_versions(desk: Desk, qtbot: QtBot) -> None:
    text = LongText("words", "Notes")
    qtbot.addWidget(text)
    text.show()
    offer_versions(desk, text, "interview.notes", lambda: "some key")
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    middle = text.rect().center()
    QApplication.sendEvent(
        text, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, text.mapToGlobal(middle))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [a for a in menu.actions() if a.text().replace("&", "") == tr("Earlier versions…")]
    offered[0].trigger()
    menu.close()
    assert [(w.field, w.owner) for w in wishes] == [("interview.notes", "some key")]


def test_the_key_means_the_text_that_has_the_focus(desk: Desk, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    with_offer, without = LongText(parent=host), LongText(parent=host)
    action = offer_versions(desk, with_offer, "interview.notes", str)
    host.show()
    host.activateWindow()
    without.setFocus()
    qtbot.waitUntil(without.hasFocus)
    assert focused_offer() is None
    with_offer.setFocus()
    assert focused_offer() is action
    # Nothing is there yet that could have versions.
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    action.trigger()
    assert wishes == []


def test_every_long_text_has_a_name_and_can_be_compared(desk: Desk, qtbot: QtBot) -> None:
    for table, columns in LONG_TEXTS.items():
        for column in columns:
            field = f"{table}.{column}"
            assert words_versions.long_text(field)
            assert words.label(Label("restore_version", {"field": field}))
    view = CompareView("Before", "Now")
    qtbot.addWidget(view)
    view.show()
    view.show_texts("🧭 one\ntwo", "🧭 one\nthree 面接")
    assert struck(view) == ["two"]
    assert underlined(view) == ["three 面接"]
    view.show_texts("same", "same")
    assert "the same" in view.note.text()
    view.show_texts("x" * 30_000, "y")
    assert view.before.text.text == "x" * 30_000


def test_the_fields_of_the_forms_offer_their_versions(desk: Desk, qtbot: QtBot) -> None:
    held = desk.do(interview.add_interview, HELD, checklist=False)
    form = InterviewDialog(desk, None, None, held)
    qtbot.addWidget(form)
    form.show()
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    for text in (form.notes, form.posting):
        offers = [a for a in text.actions() if isinstance(a, QAction)]
        assert offers[0].shortcut().toString() == "Ctrl+Shift+H"
        offers[0].trigger()
    assert [w.field for w in wishes] == ["interview.notes", "opportunity.posting_text"]
    assert all(w.owner for w in wishes)


def test_every_long_text_of_the_library_offers_its_versions(desk: Desk, qtbot: QtBot) -> None:
    story = desk.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "The outage"))
    pane = ItemPane(desk)
    qtbot.addWidget(pane)
    pane.show_item(story)
    pane.show()
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    for part, box in pane.fields.items():
        offers = [a for a in box.line.actions() if a.text() == tr("Earlier versions…")]
        assert bool(offers) is (part not in LINES), part
        for offer in offers:
            offer.trigger()
    wanted = {w.field for w in wishes}
    assert wanted == {f"library_item.{column}" for column in LONG_TEXTS["library_item"]}
    assert {w.owner for w in wishes} == {story}


def test_an_earlier_result_of_a_story_is_put_back(desk: Desk, clock: Clock, qtbot: QtBot) -> None:
    story = desk.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "The outage"))
    for text in ("Two hours less", "Faster"):
        desk.do(library.write_library_item, story, LibraryField.RESULT, text)
        clock.forward(minutes=30)
    pane = ItemPane(desk)
    qtbot.addWidget(pane)
    pane.show_item(story)
    pane.show()
    pane.activateWindow()
    box = pane.fields[LibraryField.RESULT]
    assert isinstance(box.line, LongText)
    box.line.setFocus()
    qtbot.waitUntil(box.line.hasFocus)
    box.line.insertPlainText("Much ")
    wishes: list[VersionsWish] = []
    desk.versions_wanted.connect(wishes.append)
    offer = focused_offer()
    assert offer is not None
    offer.trigger()
    dialog = dialog_on(qtbot, desk, wishes[0])
    # What was being typed was stored first: it is the present text.
    assert dialog.view.after.text.text == "Much Faster"
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert dialog.view.before.text.text == "Two hours less"
    dialog.restore.click()
    assert desk.ask(libraries.library_item, story).draft.result == "Two hours less"
