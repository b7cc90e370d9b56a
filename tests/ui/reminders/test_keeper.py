"""Reminders in the window: told once by whoever is passed in, shown as a bar, put off, turned off, kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewDraft, Interviewer
from interview_coach.domain.kinds import Felt, Mode
from interview_coach.domain.reminders import ReminderChoice, ReminderKind, Seen
from interview_coach.store import interview, prep, review
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.reminder_choice import keep_choice, kept_choice, kept_seen
from interview_coach.ui.reminders.keeper import ReminderKeeper
from interview_coach.ui.reminders.notifying import DesktopNotifier
from interview_coach.ui.settings.reminders import RemindersCard
from interview_coach.ui.words_reminders import told_text
from tests.stores import Clock

Kind = ReminderKind


class Ear:
    """Hears what the desktop would be told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def tell(self, title: str, text: str) -> bool:
        assert title == "Interview Coach"
        self.heard.append(text)
        return True


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def held(desk: Desk) -> str:
    """An interview on Tuesday, 1 December, 14:00 by the person's own clock, on site."""
    draft = InterviewDraft(
        "Harbourlight",
        "Analyst",
        datetime(2026, 12, 1, 14),
        local_zone(),
        mode=Mode.ON_SITE,
        interviewers=(Interviewer("Maja Holm"),),
    )
    return desk.do(interview.add_interview, draft)


@pytest.fixture
def keeper(
    qtbot: QtBot, desk: Desk, settings: QSettings, navigator: Navigator, ear: Ear
) -> Iterator[ReminderKeeper]:
    made = ReminderKeeper(desk, settings, navigator, ear)
    qtbot.addWidget(made.bar)
    yield made
    made.stop()


def at(desk: Desk, clock: Clock, day: int, hour: int, minute: int = 0, month: int = 12) -> None:
    """Set the clock to a time on the person's own."""
    wall = datetime(2026, month, day, hour, minute, tzinfo=desk.local())
    clock.now = wall.astimezone(UTC)


def test_each_comes_at_its_time_and_is_told_once(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, ear: Ear, held: str
) -> None:
    keeper.start()
    assert (ear.heard, keeper.bar.isHidden()) == ([], True)
    expected = (
        ((29, 9, 0, 11), Kind.PREPARE),
        ((30, 9, 0, 11), Kind.PREPARE),
        ((1, 13, 0, 12), Kind.LEAVE),
        ((1, 14, 45, 12), Kind.REVIEW),
        ((2, 9, 0, 12), Kind.THANKS),
    )
    for (day, hour, minute, month), kind in expected:
        at(desk, clock, day, hour, minute, month)
        keeper.check()
        keeper.check()
        assert keeper.bar.shown is not None
        assert keeper.bar.shown.kind is kind
    assert len(ear.heard) == 5
    assert "time to leave" in ear.heard[2]


def test_what_is_told_and_shown_names_nobody(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, ear: Ear, held: str
) -> None:
    texts: list[str] = []
    for moment in ((29, 9, 0, 11), (1, 13, 30, 12), (1, 15, 0, 12), (2, 10, 0, 12)):
        at(desk, clock, *moment)
        keeper.check()
        texts += [label.text() for label in keeper.bar.findChildren(QLabel)]
        texts.append(keeper.bar.accessibleName())
    said = " ".join([*texts, *ear.heard]).casefold()
    assert ear.heard
    for name in ("harbourlight", "analyst", "maja", "holm"):
        assert name not in said


def test_open_goes_where_it_is_about(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, navigator: Navigator, held: str
) -> None:
    wanted: list[Place] = []
    navigator.wanted.connect(wanted.append)
    at(desk, clock, 30, 9, month=11)
    keeper.check()
    keeper.bar.open.click()
    assert wanted == [Place("interview", held, "prepare")]
    assert keeper.bar.isHidden()
    at(desk, clock, 1, 15)
    keeper.check()
    keeper.bar.open.click()
    assert wanted[-1].step == "review"
    # Not done yet: it comes back; when it is begun it does not.
    clock.forward(hours=2)
    keeper.check()
    assert not keeper.bar.isHidden()
    desk.do(review.set_felt, held, Felt.GOOD)
    keeper.check()
    assert keeper.bar.isHidden()


def test_later_and_off_are_kept_over_a_restart(
    qtbot: QtBot,
    desk: Desk,
    clock: Clock,
    keeper: ReminderKeeper,
    settings: QSettings,
    navigator: Navigator,
    ear: Ear,
    held: str,
) -> None:
    at(desk, clock, 1, 15)
    keeper.check()
    keeper.bar.later.click()
    assert keeper.bar.isHidden()
    again = ReminderKeeper(desk, settings, navigator, ear)
    qtbot.addWidget(again.bar)
    again.check()
    assert (again.bar.isHidden(), len(ear.heard)) == (True, 1)
    clock.forward(hours=1)
    again.check()
    assert (again.bar.isHidden(), len(ear.heard)) == (False, 2)
    again.bar.off.click()
    clock.forward(hours=1)
    third = ReminderKeeper(desk, settings, navigator, ear)
    qtbot.addWidget(third.bar)
    third.check()
    assert (third.bar.isHidden(), len(ear.heard)) == (True, 2)


def test_a_deed_is_followed_at_once(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, held: str
) -> None:
    at(desk, clock, 30, 9, month=11)
    keeper.start()
    assert keeper.bar.shown is not None
    for item in desk.ask(prep.checklist, held).items:
        desk.do(prep.tick_item, item.id, done=True)
    assert keeper.bar.isHidden()
    desk.undo()
    assert not keeper.bar.isHidden()
    desk.do(interview.mark_not_held, held)
    assert keeper.bar.isHidden()


def test_a_promised_answer_that_passed(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, held: str, ear: Ear
) -> None:
    at(desk, clock, 1, 16)
    desk.do(review.set_felt, held, Felt.GOOD)
    desk.do(review.set_promised, held, date(2026, 12, 8))
    at(desk, clock, 9, 9)
    keeper.check()
    assert keeper.bar.shown is not None
    assert keeper.bar.shown.kind is Kind.ANSWER


def test_after_a_long_sleep_one_notification_speaks_for_all(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, ear: Ear
) -> None:
    for day in (1, 2, 3):
        draft = InterviewDraft("Harbourlight", "Analyst", datetime(2026, 12, day, 14), local_zone())
        desk.do(interview.add_interview, draft)
    at(desk, clock, 3, 16)
    keeper.check()
    assert len(ear.heard) == 1
    assert "2 more reminders wait." in ear.heard[0]
    assert keeper.bar.more.text() == "2 more wait."


def test_what_the_window_asks_already_waits(
    desk: Desk, clock: Clock, keeper: ReminderKeeper, ear: Ear, held: str
) -> None:
    at(desk, clock, 1, 15)
    keeper.asked_for_review(held)
    keeper.check()
    assert (ear.heard, keeper.bar.isHidden()) == ([], True)


def test_kinds_and_times_are_chosen_in_settings(
    qtbot: QtBot,
    desk: Desk,
    clock: Clock,
    keeper: ReminderKeeper,
    settings: QSettings,
    held: str,
) -> None:
    card = RemindersCard(settings)
    qtbot.addWidget(card)
    card.show()
    at(desk, clock, 1, 15)
    keeper.check()
    assert not keeper.bar.isHidden()
    card.kinds[Kind.REVIEW].tick.click()
    keeper.check()
    assert keeper.bar.isHidden()
    card.leave.setValue(120)
    card.morning.setValue(7)
    card.days[1].tick.click()
    card.days[2].tick.click()
    choice = kept_choice(settings)
    assert choice.kinds == frozenset({Kind.LEAVE, Kind.THANKS, Kind.ANSWER})
    assert (choice.leave_minutes, choice.morning) == (120, 7)
    again = RemindersCard()
    qtbot.addWidget(again)
    again.use(settings)
    assert (again.leave.value(), again.days[1].checked, again.kinds[Kind.REVIEW].checked) == (120, False, False)  # fmt: skip


@pytest.mark.parametrize("rubbish", ["", "x", "{", "[1]", '{"a": 1}', '{"a": ["x", 1, 2]}', '{"a": ["2026-01-01", null, true]}'])  # fmt: skip
def test_what_cannot_be_read_of_settings_is_the_usual(settings: QSettings, rubbish: str) -> None:
    for name in ("kinds", "days", "log_in", "leave", "morning", "seen"):
        settings.setValue(f"reminders/{name}", rubbish)
    choice = kept_choice(settings)
    assert choice.log_in_minutes == ReminderChoice().log_in_minutes
    assert all(isinstance(one, Seen) for one in kept_seen(settings).values())
    keep_choice(settings, ReminderChoice())
    assert kept_choice(settings) == ReminderChoice()


def test_without_a_desktop_that_takes_them_nothing_breaks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    notifier = DesktopNotifier(QIcon())
    assert notifier.tell("Interview Coach", "A word") in {True, False}


def test_many_in_one_sentence() -> None:
    from interview_coach.domain.reminders import Reminder

    one = Reminder("k", Kind.REVIEW, "i", datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC))  # fmt: skip
    assert told_text([one, one]).endswith("1 more reminder waits.")
