"""`import` of a calendar: a preview field by field, what is certain taken over, guesses left to the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands.running import Shell
from tests.exchange.calendar.files import CALENDLY, GOOGLE, one_event

CERTAIN = GOOGLE.replace("DTSTART:20261201T130000Z", "DTSTART;TZID=Europe/Berlin:20261201T140000").replace(
    "DTEND:20261201T140000Z", "DTEND;TZID=Europe/Berlin:20261201T150000"
)  # fmt: skip


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a folder that has no data yet."""
    return Shell(tmp_path / "data", capsys)


def saved(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "invite.ics"
    path.write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    return path


def test_a_preview_says_each_field_and_saves_nothing(shell: Shell, tmp_path: Path) -> None:
    told = shell("import", saved(tmp_path, CERTAIN), "--preview", "--json")
    assert told.status == 0
    (event,) = told.json["understood"]["events"]
    assert (event["start"], event["zone"], event["minutes"]) == ("2026-12-01T14:00", "Europe/Berlin", 60)  # fmt: skip
    assert event["proposed"]["company"] == "Tidewater Energy"
    assert event["proposed"]["link"] == "https://meet.google.com/abc-defg-hij"
    assert told.json["would"]["new"] == 1
    assert not list((tmp_path / "data").glob("*.db"))


def test_what_is_certain_is_added_followed_and_called_off(shell: Shell, tmp_path: Path) -> None:
    told = shell("import", saved(tmp_path, CERTAIN))
    assert told.status == 0
    assert told.out.startswith("new: 2026-12-01 14:00 Technical interview")
    again = shell("import", saved(tmp_path, CERTAIN), "--json")
    assert (again.status, again.json["did"]["same"]) == (0, 1)
    moved = CERTAIN.replace("T140000\n", "T160000\n").replace("T150000\n", "T170000\n")
    later = shell("import", saved(tmp_path, moved.replace("SEQUENCE:1", "SEQUENCE:2")))
    assert later.out.startswith("moved: 2026-12-01 16:00")
    older = shell("import", saved(tmp_path, CERTAIN), "--json")
    assert older.json["did"]["older"] == 1
    off = moved.replace("SEQUENCE:1", "SEQUENCE:3").replace("METHOD:REQUEST", "METHOD:CANCEL")
    assert shell("import", saved(tmp_path, off)).out.startswith("called off: ")


@pytest.mark.parametrize(
    "text",
    [
        # A guess at the company, no role, a zone that only the person can name.
        CALENDLY,
        one_event("DTSTART:20261201T090000", "SUMMARY:Interview: Writer at Harbour"),
        one_event("SUMMARY:Interview: Writer at Harbour"),
    ],
)
def test_what_would_be_a_guess_is_left_to_the_window(
    shell: Shell, tmp_path: Path, text: str
) -> None:
    told = shell("import", saved(tmp_path, text))
    assert (told.status, told.out) == (1, "")
    assert told.error.startswith("Nothing was saved: ")
    assert len(told.error.splitlines()) == 1
    would = shell("import", saved(tmp_path, text), "--preview", "--json").json["would"]
    assert would["unclear"] == 1


def test_a_file_without_an_event_is_one_sentence(shell: Shell, tmp_path: Path) -> None:
    told = shell("import", saved(tmp_path, "BEGIN:VCALENDAR\nEND:VCALENDAR\n"))
    assert (told.status, told.out) == (1, "")
    assert len(told.error.splitlines()) == 1
