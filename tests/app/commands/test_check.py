"""`check`: in words, as JSON, and status 1 with one sentence when anything is not in order."""

from __future__ import annotations

from pathlib import Path

from interview_coach.store.opening import FILE_NAME, SCHEMA, connect
from tests.app.commands.running import Shell
from tests.store.processes import holding


def spoil(folder: Path) -> None:
    raw = connect(folder / FILE_NAME)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("UPDATE prep_item SET interview_id = 'nowhere' WHERE rowid <= 2")
    raw.close()


def test_a_sound_store_is_said_to_be(folder: Path, shell: Shell) -> None:
    told = shell("check")
    assert told.status == 0
    assert told.out.startswith("Everything is in order: ")
    assert told.out.count("\n") == 1
    answer = shell("check", "--json").json
    assert answer["ok"] is True
    assert answer["schema"] == SCHEMA
    assert answer["rows"] > 100
    assert answer["entries"] > 10
    assert answer["findings"] == []


def test_it_checks_beside_an_open_window(folder: Path, shell: Shell) -> None:
    with holding(folder):
        assert shell("check").status == 0


def test_what_is_wrong_is_named_and_the_status_says_so(folder: Path, shell: Shell) -> None:
    spoil(folder)
    told = shell("check")
    assert told.status == 1
    assert "Checklist item: 2 belong to something that is not there.\n" in told.out
    assert told.error.count("\n") == 1
    assert told.error.startswith("The check found ")
    assert "Restore the last good backup" in told.error
    scripted = shell("check", "--json")
    assert scripted.status == 1
    answer = scripted.json
    assert answer["ok"] is False
    assert {"references", "prep_item", 2} <= set(answer["findings"][0].values())
    assert all(set(one) == {"fault", "table", "count", "sentence"} for one in answer["findings"])
