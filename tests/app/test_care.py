"""Backups while the window is open: when one is made, when none is, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.app.care import HOUR_S, Care, Outcome
from interview_coach.store import backup, second_place
from interview_coach.store.store import Store
from tests.store.processes import holding
from tests.stores import Clock


class Ticks:
    """A clock that only goes forward."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def care(full_store: Store, ticks: Ticks) -> Care:
    return Care(full_store, ticks=ticks)


def whys(store: Store) -> list[str]:
    return [made.why for made in backup.found(store.folder)][::-1]


def after(care: Care, qtbot: QtBot, act: object) -> Outcome:
    with qtbot.waitSignal(care.ended) as ended:
        act()  # type: ignore[operator]
    assert ended.args is not None
    outcome: Outcome = ended.args[0]
    return outcome


def test_on_start_what_an_earlier_session_left_is_backed_up_once(
    care: Care, full_store: Store, qtbot: QtBot
) -> None:
    assert after(care, qtbot, care.on_start).made is not None
    assert after(care, qtbot, care.on_start).made is None
    assert whys(full_store) == ["start"]


def test_each_hour_in_which_something_changed_is_backed_up(
    care: Care, full_store: Store, ticks: Ticks, clock: Clock, qtbot: QtBot
) -> None:
    after(care, qtbot, care.on_start)
    ticks.at += HOUR_S * 3
    care.tick()
    care.wait()
    assert whys(full_store) == ["start"], "nothing changed"
    full_store.scribble("notes", "a word")
    care.note_change()
    # Whatever the time of day says, an hour is an hour.
    clock.forward(days=-500)
    assert after(care, qtbot, care.tick).made is not None
    full_store.scribble("notes", "another word")
    care.note_change()
    clock.forward(hours=1)
    ticks.at += HOUR_S / 2
    care.tick()
    care.wait()
    assert whys(full_store) == ["start", "hourly"]
    ticks.at += HOUR_S
    after(care, qtbot, care.tick)
    assert whys(full_store)[-1] == "hourly"


def test_on_quit_what_changed_since_is_backed_up(
    care: Care, full_store: Store, clock: Clock, qtbot: QtBot
) -> None:
    after(care, qtbot, care.on_start)
    clock.forward(hours=2)
    care.on_quit()
    assert whys(full_store) == ["start"]
    full_store.scribble("notes", "the last word")
    care.note_change()
    care.on_quit()
    assert whys(full_store) == ["start", "quit"]


def test_a_backup_by_hand_is_made_whatever_changed(
    care: Care, full_store: Store, qtbot: QtBot
) -> None:
    after(care, qtbot, care.by_hand)
    outcome = after(care, qtbot, care.by_hand)
    assert outcome.made is not None
    assert outcome.why == ""
    assert whys(full_store) == ["", ""]


def test_the_absence_of_the_second_place_is_told_once(
    care: Care, full_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    second_place.choose(full_store.folder, stick)
    assert after(care, qtbot, care.by_hand).away is None
    stick.rename(tmp_path / "unplugged")
    assert after(care, qtbot, care.by_hand).away == stick
    assert after(care, qtbot, care.by_hand).away is None
    (tmp_path / "unplugged").rename(stick)
    assert after(care, qtbot, care.by_hand).away is None
    stick.rename(tmp_path / "unplugged")
    assert after(care, qtbot, care.by_hand).away == stick, "a new absence is news again"


def test_what_could_not_be_made_is_tried_again_on_quit(
    care: Care, full_store: Store, qtbot: QtBot
) -> None:
    in_the_way = full_store.folder / backup.FOLDER
    in_the_way.write_text("in the way", encoding="utf-8")
    assert after(care, qtbot, care.on_start).error is not None
    in_the_way.unlink()
    care.on_quit()
    assert whys(full_store) == ["quit"]


def test_after_a_kill_the_next_start_backs_up_what_was_done(
    full_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    full_store.back_up()
    folder = full_store.folder
    full_store.close()
    with holding(folder):
        pass
    from tests.stores import new_store

    again = new_store(folder)
    care = Care(again)
    assert after(care, qtbot, care.on_start).made is not None
    again.close()
