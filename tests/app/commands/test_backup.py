"""`backup`: a verified copy, also while the window has the store open."""

from __future__ import annotations

import stat
from pathlib import Path

from interview_coach.store import backup
from tests.app.commands.running import Shell
from tests.store.dumps import check_file
from tests.store.processes import holding


def test_a_backup_is_made_and_named(folder: Path, shell: Shell) -> None:
    told = shell("backup")
    (made,) = backup.found(folder)
    assert told.status == 0
    assert told.out == f"Backed up to {made.path}\n"
    assert told.error == ""
    check_file(made.path)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_a_backup_is_made_beside_an_open_window(folder: Path, shell: Shell) -> None:
    with holding(folder):
        assert shell("backup").status == 0
    (made,) = backup.found(folder)
    check_file(made.path)
