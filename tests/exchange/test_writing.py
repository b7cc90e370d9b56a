"""Writing: whole or not at all, for its owner alone."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from interview_coach.domain.trouble import Trouble
from interview_coach.exchange import document
from tests.exchange.making import Enough


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        document.write(tmp_path / "x.json", b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.json").stat().st_mode) == 0o600


def test_it_takes_the_place_of_what_was_there_and_leaves_nothing_else(place: Path) -> None:
    path = place / "x.json"
    told: list[tuple[int, int]] = []
    data = os.urandom(3 << 20)
    document.write(path, data, lambda done, total: told.append((done, total)))
    assert path.read_bytes() == data
    assert list(place.iterdir()) == [path]
    assert told == [(n << 20, 3 << 20) for n in (1, 2, 3)]


def test_given_up_it_leaves_the_old_one_and_no_piece(place: Path) -> None:
    path = place / "x.json"

    def stop(done: int, total: int) -> None:
        if done >= 1 << 20:
            raise Enough

    with pytest.raises(Enough):
        document.write(path, b"x" * (3 << 20), stop)
    assert path.read_bytes() == b"old"
    assert list(place.iterdir()) == [path]


def test_a_folder_that_is_gone_or_closed_is_known_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as gone:
        document.write(tmp_path / "no" / "x.json", b"{}")
    assert gone.value.code == "gone"
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble) as not_a_folder:
        document.write(tmp_path / "file" / "x.json", b"{}")
    assert not_a_folder.value.code == "gone"


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from interview_coach.domain.trouble import Trouble
from interview_coach.exchange import document
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    document.write(Path(sys.argv[1]), b"x" * 1_000_000)
except Trouble as trouble:
    sys.exit(f"trouble: {trouble.code}")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as a full disk would")
def test_a_full_disk_leaves_the_old_one_and_no_piece(place: Path) -> None:
    path = place / "x.json"
    # EFBIG after a short write: just what a full disk does.
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert ran.stderr.strip() == "trouble: no_space"
    assert path.read_bytes() == b"old"
    assert list(place.iterdir()) == [path]
    assert document._TROUBLES[errno.ENOSPC] == "no_space"
