"""`export`: every form, by the name of the file, for its owner alone, and one sentence when it cannot."""

from __future__ import annotations

import json
import stat
import zipfile
from pathlib import Path

import pytest

from interview_coach.exchange import document, recognise
from tests.app.commands.running import Shell
from tests.store.processes import holding


@pytest.mark.parametrize("name", ["x.zip", "x.json"])
def test_what_can_be_read_back_is_the_whole_store(shell: Shell, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    told = shell("export", target)
    assert (told.status, told.out, told.error) == (0, f"Exported to {target}\n", "")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    found = recognise.read(target).what
    assert found.counts["interview"] > 5
    assert json.loads(shell("export", target, "--overwrite", "--json").out) == {
        "ok": True,
        "file": str(target),
        "form": "archive" if name == "x.zip" else "document",
        "bytes": target.stat().st_size,
        "counts": found.counts,
    }


def test_locked_it_opens_with_the_passphrase_of_the_file(shell: Shell, tmp_path: Path) -> None:
    target, secret = tmp_path / "x.zip.age", tmp_path / "secret"
    secret.write_text("four plain words here\nnot this", encoding="utf-8")
    assert shell("export", target, "--passphrase-file", secret).status == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert b"interview-coach" not in target.read_bytes()
    found = recognise.read(target, passphrase="four plain words here")
    assert found.what.counts["interview"] > 5


def test_without_a_passphrase_nothing_is_locked(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTERVIEW_COACH_PASSPHRASE", raising=False)
    assert shell.refused("export", tmp_path / "x.age").startswith("A passphrase is needed")
    assert not (tmp_path / "x.age").exists()


def test_many_files_come_in_a_zip_or_a_new_folder(shell: Shell, tmp_path: Path) -> None:
    for ending, name in ((".md", "markdown"), (".csv", "tables")):
        packed, folder = tmp_path / f"x{ending}.zip", tmp_path / f"{name}-folder"
        assert shell("export", packed).status == 0
        assert shell("export", folder, "--as", name).status == 0
        with zipfile.ZipFile(packed) as found:
            assert sorted(found.namelist()) == sorted(path.name for path in folder.iterdir())
            assert all(found.read(path.name) == path.read_bytes() for path in folder.iterdir())
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
        assert "is something in that folder already" in shell.refused(
            "export", folder, "--as", name
        )


def test_what_is_there_stays_unless_one_says_so(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"mine")
    assert "is there already" in shell.refused("export", target)
    assert target.read_bytes() == b"mine"
    assert shell("export", target, "--overwrite").status == 0
    assert document.read(target).counts["interview"] > 5


def test_a_name_that_says_nothing_and_a_place_that_is_none(shell: Shell, tmp_path: Path) -> None:
    assert shell.refused("export", tmp_path / "x.pdf").startswith("The name must end in")
    assert "folder is not there" in shell.refused("export", tmp_path / "no" / "x.zip")
    told = shell("export", tmp_path / "no" / "x.zip", "--json")
    assert (told.status, told.json["code"]) == (1, "gone")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("x")] == []


def test_it_is_written_beside_an_open_window(shell: Shell, folder: Path, tmp_path: Path) -> None:
    with holding(folder):
        assert shell("export", tmp_path / "x.zip").status == 0
    assert recognise.read(tmp_path / "x.zip").what.counts["interview"] > 5


def test_a_folder_without_data_has_nothing_to_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path / "none", capsys)
    assert shell.refused("export", tmp_path / "x.zip")
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "x.zip").exists()
