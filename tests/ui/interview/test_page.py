"""The interview's page: head, steps, keys, menu, and what happens when it is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewHead, link_address
from interview_coach.domain.kinds import Cancelled, Decision
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.standing import Standing
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews, outcome, prep
from interview_coach.ui.desk import Desk
from interview_coach.ui.interview.head import chip_of
from interview_coach.ui.interview.opposite import OppositeCard, OppositeRow
from interview_coach.ui.interview.page import InterviewPage
from interview_coach.ui.interview.steps import done_steps, fitting_step
from interview_coach.ui.interviews.subject import Act
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.prep.panel import PreparePanel
from interview_coach.ui.widgets import Label, LinkButton
from tests.stores import Clock
from tests.ui.prep.conftest import new_interview, northwind, show

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wanted(navigator: Navigator) -> list[Place]:
    """Where the page wants to go."""
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places


@pytest.fixture
def open_page(qtbot: QtBot, navigator: Navigator) -> Iterator[Callable[..., InterviewPage]]:
    """Opens the page on an interview."""
    pages: list[InterviewPage] = []

    def opened(desk: Desk, key: str, step: str = "") -> InterviewPage:
        page = InterviewPage(desk, navigator)
        pages.append(page)
        qtbot.addWidget(page)
        page.show_interview(key, step)
        show(qtbot, page)
        page.focus_first()
        return page

    yield opened
    for page in pages:
        page.hide()


@pytest.fixture
def page(full_desk: Desk, open_page: Callable[..., InterviewPage]) -> InterviewPage:
    """The page on the sample's next interview."""
    return open_page(full_desk, northwind(full_desk))


def head_of(page: InterviewPage) -> InterviewHead:
    return page.desk.ask(interviews.interview_head, page.interview)


def test_the_head_says_what_when_and_with_whom(page: InterviewPage) -> None:
    assert page.title() == "Senior Data Engineer at Northwind Robotics"
    assert page.bar.header.accessibleName() == "Senior Data Engineer at Northwind Robotics"
    assert page.bar.chip.text() == "in 1 day 16 h"
    texts = [x.text() for x in page.bar.facts.findChildren(Label)]
    assert "Tue 24 Nov, 14:00 – 14:45" in texts
    assert "Priya Raman, Tom Okafor" in texts


def test_the_crumbs_lead_back(qtbot: QtBot, page: InterviewPage, wanted: list[Place]) -> None:
    crumbs = page.bar.crumbs.findChildren(LinkButton)
    crumbs[0].click()
    crumbs[1].click()
    assert wanted == [Place("interviews"), Place("opportunity", head_of(page).opportunity_id)]


def test_the_step_that_fits_opens(
    full_desk: Desk, open_page: Callable[..., InterviewPage], clock: Clock
) -> None:
    key = northwind(full_desk)
    page = open_page(full_desk, key)
    assert page.step == "prepare"
    clock.forward(days=1, hours=16, minutes=10)
    page.show_interview(key)
    assert page.step == "interview"
    clock.forward(hours=1)
    page.show_interview(key)
    assert page.step == "review"
    waiting = full_desk.ask(interviews.interview_list).waiting[0]
    page.show_interview(waiting.id)
    assert page.step == "outcome"
    assert page.place() == Place("interview", waiting.id, "outcome")


def test_a_wanted_step_opens_and_short_is_one(
    full_desk: Desk, open_page: Callable[..., InterviewPage]
) -> None:
    page = open_page(full_desk, northwind(full_desk), "short")
    assert page.step == "prepare"
    assert isinstance(page.panel, PreparePanel)
    assert page.panel.header.short.isChecked()
    assert 0 < len(page.panel.items.rows) <= 10
    page.show_interview(page.interview, "interview")
    assert page.step == "interview"


def test_alt_and_a_number_change_the_step(qtbot: QtBot, page: InterviewPage) -> None:
    for key, step in (
        (Qt.Key.Key_3, "review"),
        (Qt.Key.Key_4, "outcome"),
        (Qt.Key.Key_2, "interview"),
        (Qt.Key.Key_1, "prepare"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key, _ALT)
        assert page.step == step
        assert page.stack.currentWidget() is page.panel
        assert page.panel.interview == page.interview
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.panel.isAncestorOf(focused)
    page.steps.buttons[1].click()
    assert page.step == "interview"


def test_the_steps_derive_what_is_done(page: InterviewPage) -> None:
    head = head_of(page)
    assert done_steps(head) == ()
    assert done_steps(replace(head, prepared=28)) == (0,)
    assert done_steps(replace(head, standing=Standing.UNDER_WAY)) == (0,)
    over = replace(head, standing=Standing.TO_REVIEW)
    assert done_steps(over) == (0, 1)
    sealed = replace(over, standing=Standing.WAITING, sealed_at=head.end_at)
    assert done_steps(sealed) == (0, 1, 2)
    decided = replace(sealed, standing=Standing.REJECTED, decision=Decision.REJECTED)
    assert done_steps(decided) == (0, 1, 2, 3)
    assert done_steps(replace(head, standing=Standing.CALLED_OFF)) == ()
    assert fitting_step(Standing.NOT_HELD) == "prepare"
    assert fitting_step(Standing.REJECTED) == "outcome"


def test_the_chip_says_how_it_stands(page: InterviewPage, clock: Clock) -> None:
    head, local = head_of(page), page.desk.local()

    def chip(now: object, **changes: object) -> tuple[str, str]:
        text, tone, _ = chip_of(replace(head, **changes), now, local)  # type: ignore[arg-type]
        return text, tone

    clock.forward(days=1, hours=16, minutes=25)
    now = clock.now
    assert chip(now, standing=Standing.UNDER_WAY) == ("now · 20 min left", "accent")
    clock.forward(minutes=45)
    ended = chip(clock.now, standing=Standing.TO_REVIEW)
    assert ended == ("ended 25 min ago", "attention")
    clock.forward(days=3)
    assert chip(clock.now, standing=Standing.TO_REVIEW)[0] == "ended 3 days ago"
    no = chip(clock.now, standing=Standing.REJECTED, decided_on=date(2026, 12, 4))
    assert no == ("Not this time · 4 Dec", "neutral")
    offer = chip(clock.now, standing=Standing.OFFER, decided_on=date(2026, 12, 4))
    assert offer == ("Offer · 4 Dec", "good")
    off = chip(clock.now, standing=Standing.CALLED_OFF, called_off_by=Cancelled.ME)
    assert off == ("Cancelled by me", "neutral")


def test_a_minute_moves_the_countdown(page: InterviewPage, clock: Clock) -> None:
    clock.forward(hours=30)
    page.tick()
    assert page.bar.chip.text() == "in 10 h"
    clock.forward(hours=10, minutes=5)
    page.tick()
    assert page.bar.chip.text() == "now · 40 min left"


def test_the_menu_and_its_keys(qtbot: QtBot, page: InterviewPage, wanted: list[Place]) -> None:
    head = head_of(page)
    for key, modifiers, place in (
        (Qt.Key.Key_E, _CTRL, Place("edit_interview", head.id)),
        (Qt.Key.Key_R, _CTRL, Place("reschedule_interview", head.id)),
        (
            Qt.Key.Key_R,
            _CTRL | Qt.KeyboardModifier.ShiftModifier,
            Place("new_interview", head.opportunity_id),
        ),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
        assert wanted[-1] == place
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Period, _CTRL)
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible() and m.actions())
    texts = [a.text() for a in menu.actions() if a.text()]
    assert texts == [
        "Edit",
        "Reschedule",
        "Next round",
        "Cancel this round",
        "Other rounds of this opportunity",
        "Archive",
        "Delete",
    ]
    rounds = next(a.menu() for a in menu.actions() if a.text().startswith("Other rounds"))
    assert isinstance(rounds, QMenu)
    assert rounds.actions()[0].text().startswith("Phone screen, Fri 13 Nov")
    rounds.actions()[0].trigger()
    assert wanted[-1].kind == "interview"
    assert wanted[-1].id == head.rounds[0].id
    menu.close()
    assert [a.text() for a in page.menu_actions()][:2] == ["Edit", "Reschedule"]


def test_calling_off_and_taking_it_back(page: InterviewPage) -> None:
    def act(which: Act) -> QAction:
        action = page.acts.action(which)
        assert action.isVisible()
        return action

    act(Act.THEY_CALL_OFF).trigger()
    assert page.bar.chip.text() == "Cancelled by them"
    assert not page.acts.action(Act.I_CALL_OFF).isVisible()
    act(Act.RESTORE).trigger()
    assert page.bar.chip.text() == "in 1 day 16 h"
    act(Act.I_CALL_OFF).trigger()
    assert page.bar.chip.text() == "Cancelled by me"
    page.desk.undo()
    assert page.bar.chip.text() == "in 1 day 16 h"


def test_what_did_not_happen_is_marked(page: InterviewPage, clock: Clock) -> None:
    assert not page.acts.action(Act.NOT_HELD).isVisible()
    clock.forward(days=3)
    page.tick()
    page.acts.action(Act.NOT_HELD).trigger()
    assert page.bar.chip.text() == "Did not happen"


def test_deleting_it_leads_back_to_all_interviews(
    qtbot: QtBot, page: InterviewPage, wanted: list[Place]
) -> None:
    key = page.interview
    qtbot.keyClick(
        QApplication.focusWidget(),
        Qt.Key.Key_Delete,
        _CTRL | Qt.KeyboardModifier.ShiftModifier,
    )
    assert wanted == [Place("interviews")]
    assert page.place() == Place("interviews")
    page.desk.undo()
    page.show_interview(key)
    assert page.step == "prepare"
    assert isinstance(page.panel, PreparePanel)
    assert len(page.panel.items.rows) == 28


def test_undoing_its_making_leads_back_too(
    desk: Desk, open_page: Callable[..., InterviewPage], wanted: list[Place]
) -> None:
    open_page(desk, new_interview(desk))
    desk.undo()
    assert wanted == [Place("interviews")]


def test_an_interview_that_is_not_there_is_trouble(page: InterviewPage) -> None:
    with pytest.raises(Trouble):
        page.show_interview("nowhere")


def test_what_is_being_typed_is_kept_when_the_step_changes(
    qtbot: QtBot, page: InterviewPage
) -> None:
    assert isinstance(page.panel, PreparePanel)
    row = page.panel.items.rows[1]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "!")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, _ALT)
    assert page.step == "interview"
    kept = page.desk.ask(prep.checklist, page.interview).items[1].text
    assert kept == "One recent thing they shipped, and what you think of it!"
    page.show_interview(page.interview, "prepare")
    qtbot.waitUntil(lambda: not row.isHidden())
    assert row.item.text == kept


def test_an_outcome_shows_in_the_head(page: InterviewPage, clock: Clock) -> None:
    head = head_of(page)
    clock.forward(days=5)
    draft = OutcomeDraft(Decision.REJECTED, date(2026, 11, 26), interview_id=head.id)
    page.desk.do(outcome.record_outcome, head.opportunity_id, draft)
    assert page.bar.chip.text() == "Not this time · 26 Nov"
    assert page.steps.buttons[3].accessibleDescription() == "Step 4 of 4, done"


def test_a_page_is_freed_with_all_that_was_typed_in_it_settled(
    qtbot: QtBot, full_desk: Desk, navigator: Navigator
) -> None:
    page = InterviewPage(full_desk, navigator)
    page.show_interview(northwind(full_desk))
    show(qtbot, page)
    for place in range(4):
        page.steps.buttons[place].click()
    page.steps.buttons[0].click()
    panel = page.panel
    assert isinstance(panel, PreparePanel)
    panel.items.edit(panel.items.rows[0].item.id)
    with qtbot.waitSignal(page.destroyed):
        page.close()
        page.deleteLater()
    assert not shiboken6.isValid(panel)
    full_desk.flush()
    full_desk.scribble_all()
    assert full_desk.store.scribbled() == {}


def test_the_head_joins_on_every_step_until_it_has_ended(
    qtbot: QtBot, page: InterviewPage, clock: Clock
) -> None:
    opened: list[str] = []

    class Opener(QObject):
        """Takes the address in place of a browser."""

        @Slot(QUrl)
        def take(self, url: QUrl) -> None:
            opened.append(url.toString())

    opener = Opener()
    for scheme in ("https", "http"):
        QDesktopServices.setUrlHandler(scheme, opener, "take")  # type: ignore[arg-type]
    link = head_of(page).link
    assert link
    for place in (1, 0):
        page.steps.buttons[place].click()
        assert page.bar.join.isVisible()
        qtbot.mouseClick(page.bar.join, Qt.MouseButton.LeftButton)
    for scheme in ("https", "http"):
        QDesktopServices.unsetUrlHandler(scheme)
    assert opened == [link_address(link)] * 2
    clock.forward(days=1, hours=16, minutes=10)
    page.tick()
    assert page.bar.join.isVisible()
    clock.forward(hours=1)
    page.tick()
    assert not page.bar.join.isVisible()


def test_without_a_link_there_is_nothing_to_join(
    desk: Desk, open_page: Callable[..., InterviewPage]
) -> None:
    assert not open_page(desk, new_interview(desk)).bar.join.isVisible()


def test_a_preparation_that_nobody_did_is_not_done_when_it_begins(page: InterviewPage) -> None:
    begun = replace(head_of(page), standing=Standing.UNDER_WAY, prepared=0)
    assert done_steps(begun) == ()
    assert done_steps(replace(begun, prepared=1)) == (0,)
    assert done_steps(replace(begun, standing=Standing.TO_REVIEW)) == (0, 1)


def test_who_sits_opposite_stands_beside_with_the_times_we_met(
    full_desk: Desk, open_page: Callable[..., InterviewPage], wanted: list[Place]
) -> None:
    held = next(
        row for row in full_desk.ask(interviews.interview_list).to_review if "Halden" in row.company
    )
    page = open_page(full_desk, held.id, "prepare")
    card = page.findChild(OppositeCard)
    assert card is not None
    rows = [row for row in card.rows.rows if isinstance(row, OppositeRow)]
    graham = next(row for row in rows if row.name.text() == "Graham Pell")
    texts = [label.text() for label in graham.findChildren(Label)]
    assert any(text.startswith("Met once before: hiring manager") for text in texts)
    assert "Dry humour, listens to the end." in texts
    graham.name.click()
    assert wanted[-1].kind == "library"
