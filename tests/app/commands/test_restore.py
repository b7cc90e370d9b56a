"""`restore`: the backup is the data again, and what was there can be had back."""

from __future__ import annotations

from pathlib import Path

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.store import backup, interviews, opportunity
from tests.app.commands.running import Shell
from tests.store.processes import holding
from tests.stores import new_store


def companies(folder: Path) -> tuple[str, ...]:
    store = new_store(folder)
    found = tuple(store.ask(interviews.known_names).companies)
    store.close()
    return found


def test_a_backup_is_restored_and_so_is_what_was_there(folder: Path, shell: Shell) -> None:
    assert shell("backup").status == 0
    (made,) = backup.found(folder)
    store = new_store(folder)
    store.do(opportunity.add_opportunity, OpportunityDraft("Later", "Tester"))
    store.close()
    told = shell("restore", made.path)
    assert told.status == 0
    kept = backup.found(folder)[0]
    assert told.out == f"Restored {made.path}. What was there is backed up: {kept.path}\n"
    assert "Later" not in companies(folder)
    assert shell("restore", kept.path).status == 0
    assert "Later" in companies(folder)


def test_while_the_window_is_open_it_is_refused(folder: Path, shell: Shell) -> None:
    shell("backup")
    (made,) = backup.found(folder)
    with holding(folder):
        assert "close its window" in shell.refused("restore", made.path)


def test_what_is_no_backup_is_refused(folder: Path, shell: Shell, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir", encoding="utf-8")
    assert "no backup of Interview Coach" in shell.refused("restore", letter)
    assert "not there any more" in shell.refused("restore", tmp_path / "none.db")
    assert "Northwind Robotics" in companies(folder)
