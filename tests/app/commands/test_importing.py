"""`import`: a preview that saves nothing, an import with a backup before, and one sentence for every bad file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from interview_coach.exchange import document, locked
from interview_coach.store import backup
from interview_coach.store.opening import FILE_NAME
from tests.app.commands.running import Shell
from tests.store.processes import holding


@pytest.fixture
def archive(shell: Shell, tmp_path: Path) -> Path:
    """An archive of the sample data."""
    target = tmp_path / "mine.zip"
    assert shell("export", target).status == 0
    return target


@pytest.fixture
def other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a folder that has no data yet."""
    return Shell(tmp_path / "other", capsys)


def changed(archive: Path, target: Path, **values: Any) -> Path:
    from interview_coach.exchange import recognise

    found = recognise.read(archive).what
    row = found.tables["company"][0]
    row.update(values)
    target.write_bytes(
        document.encode(document.build(found.schema, found.tables, found.written_at, "0.1.0"))
    )
    return target


def test_into_nothing_everything_comes_and_twice_is_nothing(other: Shell, archive: Path) -> None:
    told = other("import", archive, "--json")
    assert told.status == 0
    did = told.json["did"]
    assert did["new"] == sum(told.json["understood"]["counts"].values())
    assert did["conflicts"] == []
    again = other("import", archive)
    assert again.out == "Everything in this file is here already. Nothing was changed.\n"
    # Before the first, and none for what changes nothing.
    assert [made.why for made in backup.found(other.folder)] == ["before-import"]


def test_a_preview_says_what_was_understood_and_saves_nothing(
    other: Shell, shell: Shell, archive: Path, tmp_path: Path
) -> None:
    told = other("import", archive, "--preview", "--json")
    assert told.status == 0
    assert told.json["kind"] == "archive"
    assert told.json["would"]["new"] > 100
    assert not other.folder.exists()
    target = changed(archive, tmp_path / "x.json", notes="Theirs")
    before = (shell.folder / FILE_NAME).read_bytes()
    said = shell("import", target, "--preview")
    assert "Companies: 1 differs" in said.out
    assert "1 conflict, kept as they are here." in said.out
    assert (shell.folder / FILE_NAME).read_bytes() == before
    fields = shell("import", target, "--preview", "--json").json["would"]["conflicts"]
    assert [(c["table"], c["clash"]) for c in fields] == [("company", "changed")]
    assert fields[0]["differences"][0]["theirs"] == "Theirs"


def test_in_a_conflict_mine_is_kept_unless_one_says_theirs(
    shell: Shell, archive: Path, tmp_path: Path
) -> None:
    target = changed(archive, tmp_path / "x.json", notes="Theirs")
    assert "kept as they are here" in shell("import", target).out
    assert shell("import", target, "--preview", "--json").json["would"]["changed"] == 1
    assert "taken from the file" in shell("import", target, "--theirs").out
    assert shell("import", target, "--preview", "--json").json["would"]["changed"] == 0


def test_it_refuses_while_the_window_is_open_but_shows_what_it_would_do(
    shell: Shell, archive: Path
) -> None:
    with holding(shell.folder):
        assert "close its window" in shell.refused("import", archive)
        assert shell("import", archive, "--preview").status == 0


def test_a_locked_archive_wants_its_passphrase(
    other: Shell, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.zip.age"
    target.write_bytes(locked.lock(archive.read_bytes(), "right"))
    monkeypatch.delenv("INTERVIEW_COACH_PASSPHRASE", raising=False)
    assert other.refused("import", target).startswith("A passphrase is needed")
    monkeypatch.setenv("INTERVIEW_COACH_PASSPHRASE", "wrong")
    assert other.refused("import", target).startswith("That is not the passphrase")
    monkeypatch.setenv("INTERVIEW_COACH_PASSPHRASE", "right")
    assert other("import", target, "--preview").status == 0
    assert not other.folder.exists()


BAD: dict[str, bytes] = {
    "nothing": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(2000),
    "half an export": b'{"format": "interview-coach", "version": 1, "tables": {"com',
    "a newer export": b'{"format": "interview-coach", "version": 99}',
    "nested": b'{"format": "interview-coach", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "half a zip": b"PK\x03\x04" + bytes(50),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_sentence(shell: Shell, tmp_path: Path, name: str) -> None:
    target = tmp_path / "bad"
    target.write_bytes(BAD[name])
    before = (shell.folder / FILE_NAME).read_bytes()
    for words in ((), ("--preview",)):
        assert shell.refused("import", target, *words)
    told = shell("import", target, "--json")
    assert told.status == 1
    assert told.json["ok"] is False
    assert (shell.folder / FILE_NAME).read_bytes() == before
    assert backup.found(shell.folder) == ()


def test_a_file_that_is_not_there_gets_one_sentence(shell: Shell, tmp_path: Path) -> None:
    assert shell.refused("import", tmp_path / "none").startswith("This file cannot be read")


def test_rows_that_do_not_fit_get_one_sentence_and_nothing_stays(
    shell: Shell, other: Shell, archive: Path, tmp_path: Path
) -> None:
    target = changed(archive, tmp_path / "x.json", name=7)
    told = json.loads(other("import", target, "--json").out)
    assert told["code"] == "malformed"
    # The store was made before the rows were looked at, and nothing of them is in it.
    assert shell("import", archive, "--preview", "--json").json["would"]["new"] == 0
