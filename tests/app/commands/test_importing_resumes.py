"""`import` of a CV: its stories field by field, kept once, and one sentence for what is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.commands.running import Shell


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a folder that has no data yet."""
    return Shell(tmp_path / "empty", capsys)


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    path = tmp_path / "cv.json"
    jobs = [{"company": "Acme", "startDate": "2019-19", "highlights": ["Cut it", "Led it", None]}]
    path.write_text(json.dumps({"basics": {"name": "Ada"}, "work": jobs}), encoding="utf-8")
    return path


def test_a_preview_saves_nothing(empty: Shell, cv: Path) -> None:
    told = empty("import", cv, "--preview", "--json")
    assert (told.status, told.json["kind"]) == (0, "resume")
    assert told.json["understood"]["stories"][0] == {
        "title": "Cut it",
        "situation": "Acme, 2019 –",
        "result": "Cut it",
        "skills": "",
    }
    assert told.json["would"] == {"new": 2, "known": 0}
    assert not empty.folder.exists()
    said = empty("import", cv, "--preview").out
    assert said == "2 stories would be kept. 1 entry was passed over.\nCut it\nLed it\n"


def test_its_stories_are_kept_once(empty: Shell, cv: Path) -> None:
    assert empty("import", cv).out == "2 stories are in the library.\n"
    assert empty("import", cv).out == "Nothing new: every story is there already.\n"
    assert empty("import", cv, "--json").json["did"] == {"new": 0, "known": 2}


def test_what_is_no_cv_gets_one_sentence(empty: Shell, tmp_path: Path) -> None:
    path = tmp_path / "cv.json"
    path.write_text('{"basics": {' * 50, encoding="utf-8")
    told = empty("import", path)
    assert told.status == 1
    assert told.error.count("\n") == 1
    assert "Traceback" not in told.error
