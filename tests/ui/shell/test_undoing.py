"""Undo and redo lead to where they happen, whichever deed it was and wherever one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Changes
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Felt, ReviewText, Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, interviews, opportunity, prep, review, trash
from interview_coach.store.deeds import DEEDS
from interview_coach.store.store import Store
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.page import Page
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import Flash
from tests.store.drafts import a_round
from tests.store.dumps import learn_all
from tests.store.recipes import RECIPES, Hand
from tests.store.recipes.rest import OF_SETTINGS
from tests.store.small import small_store
from tests.ui.conftest import Memory

learn_all()
UNDOABLE = sorted({label for label, deed in DEEDS.items() if not deed.final} - OF_SETTINGS)


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Store]:
    opened = small_store(tmp_path / "busy")
    yield opened
    opened.close()


def window_on(store: Store, theme: Theme, folder: Path, qtbot: QtBot) -> MainWindow:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("welcome/done", "1")
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    window.resize(1280, 820)
    window.attach(Desk(store, window))
    window.show()
    return window


@pytest.fixture
def window(
    busy: Store, theme: Theme, voice: Memory, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """A window on a store with a little of everything."""
    made = window_on(busy, theme, tmp_path, qtbot)
    yield made
    assert made.desk is not None
    made.desk.close()


def desk_of(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def lit(window: MainWindow) -> list[QWidget]:
    """What lights up at this moment."""
    shown = page_of(window)
    return [f.over for f in shown.findChildren(Flash) if f.isVisible()]


def page_of(window: MainWindow) -> Page:
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    return page


def test_every_deed_shows_where_it_is_undone_and_redone(
    window: MainWindow, busy: Store, qtbot: QtBot
) -> None:
    # One window for all of them: that is what a person has, and making one takes its time.
    for label in UNDOABLE:
        for seed in range(20):
            call = RECIPES[label](Hand(busy, Random(f"{label}{seed}").randrange))
            assert call is not None
            busy.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
            if busy.can().undo is not None:
                break
        back, forth = show(window, window.undo), show(window, window.redo)
        assert back.place == forth.place
        busy.undo()
        busy.history.forget()


def show(window: MainWindow, act: Callable[[], None]) -> Changes:
    """Undo or redo from the Settings page, and hold that it led to where it happened."""
    told: list[Changes] = []
    window.navigator.open("settings")
    with_desk = desk_of(window).changed.connect(told.append)
    act()
    desk_of(window).changed.disconnect(with_desk)
    (changes,) = told
    label, place = changes.label.code, changes.place
    assert place is not None, f"{label} shows nowhere"
    if place.id in {t.key for t in changes.touched if not t.there}:
        where = "library" if place.kind == "library" else "interviews"
        assert window.here.kind == where, label
    else:
        assert (window.here.kind, window.here.id) == (place.kind, place.id), label
        assert place.step in {"", window.here.step}, label
        named = {name for t in changes.touched if t.there for name in t.spots}
        if named & set(spots.tagged(page_of(window))):
            QApplication.processEvents()
            assert lit(window), label
    assert window.toast.accessibleName() == words.done_text(changes), label
    return changes


def test_what_lights_up_is_the_row_and_the_field(window: MainWindow, qtbot: QtBot) -> None:
    desk = desk_of(window)
    held = desk.do(interview.add_interview, a_round(), checklist=False)
    desk.do(review.set_felt, held, Felt.GOOD)
    desk.do(review.finish_recall, held)
    asked = desk.do(review.add_asked, held, "Why us?")
    item = desk.do(prep.add_item, held, PrepDraft(Section.STORY, "The outage"))
    deeds: list[tuple[Callable[..., Any], tuple[Any, ...], str]] = [
        (prep.delete_item, (item,), item),
        (review.write_review, (held, ReviewText.WENT_WELL, "Calm"), "review.went_well"),
        (review.rate_asked, (asked, 4), f"{asked}.rating"),
        (review.set_forecast, (held, 60), "review.forecast"),
        (interview.set_interview_notes, (held, "Bring the drawing"), "interview.notes"),
    ]
    for deed, args, spot in deeds:
        desk.do(deed, *args)
        window.navigator.open("today")
        window.undo()
        qtbot.waitUntil(lambda: bool(lit(window)))
        (over,) = lit(window)
        assert spots.tagged(page_of(window)).get(spot) is over
        assert not over.visibleRegion().isEmpty(), f"{spot} is out of sight"
        for flash in window.findChildren(Flash):
            flash.deleteLater()
        qtbot.waitUntil(lambda: not lit(window))


def test_whoever_looks_at_it_stays_there(window: MainWindow, qtbot: QtBot) -> None:
    desk = desk_of(window)
    upcoming = desk.ask(interviews.interview_list).upcoming[0]
    window.navigator.open("interviews")
    desk.do(interview.delete_interview, upcoming.id)
    window.undo()
    assert window.here.kind == "interviews"
    qtbot.waitUntil(lambda: bool(lit(window)))
    page = page_of(window)
    chosen = page.list.current  # type: ignore[attr-defined]
    assert chosen is not None
    assert chosen.interview == upcoming.id


def test_of_two_interviews_the_right_one_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    # Both have a place for the same thing: whoever looks at the other one is taken to this.
    desk = desk_of(window)
    held = desk.do(interview.add_interview, a_round(company="Beta"), checklist=False)
    other = desk.ask(interviews.interview_list).upcoming[0].id
    desk.do(interview.set_interview_notes, held, "Mine")
    window.navigator.open("interview", other, "interview")
    window.undo()
    assert window.here.id == held
    qtbot.waitUntil(lambda: bool(lit(window)))


def test_what_is_gone_shows_by_its_absence(window: MainWindow) -> None:
    desk = desk_of(window)
    held = desk.do(interview.add_interview, a_round(company="Beta"))
    window.navigator.open("interview", held, "prepare")
    window.undo()
    assert window.here.kind == "interviews"
    assert window.toast.accessibleName() == "Undone: add interview"
    window.navigator.open("timeline")
    window.redo()
    assert (window.here.kind, window.here.id) == ("interview", held)


def test_the_menu_names_what_kind_of_thing_it_is(window: MainWindow) -> None:
    desk = desk_of(window)
    job = desk.do(opportunity.add_opportunity, OpportunityDraft("Gamma", "Engineer"))
    held = desk.do(
        interview.add_interview, a_round(company="Gamma", opportunity_id=job), checklist=False
    )

    def undo() -> str:
        return words.undo_text(desk.can().undo)

    point = desk.do(prep.add_item, held, PrepDraft(Section.TALKING_POINT, "Batch to events"))
    assert undo() == "Undo add talking point"
    desk.do(prep.tick_item, point, done=True)
    assert undo() == "Undo tick talking point"
    desk.do(prep.delete_item, point)
    assert undo() == "Undo delete talking point"
    desk.do(trash.restore_batch, desk.ask(trash.trash_batches)[0].id)
    assert undo() == "Undo restore talking point"
    desk.do(review.write_review, held, ReviewText.WOULD_CHANGE, "Shorter")
    assert undo() == "Undo edit what I would change"
    assert words.redo_text(desk.can().undo) == "Redo edit what I would change"
