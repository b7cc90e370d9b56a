"""`import` of postings and tables: field by field, saved only when nothing is left to be asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.commands.running import Shell

EXCHANGE = Path(__file__).parents[2] / "exchange"
POSTINGS, TABLES = EXCHANGE / "postings", EXCHANGE / "tables"


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell on a folder that has no data yet."""
    return Shell(tmp_path / "empty", capsys)


def test_a_posting_is_shown_field_by_field_and_nothing_saved(empty: Shell) -> None:
    told = empty("import", POSTINGS / "board-greenish.html", "--preview", "--json")
    assert (told.status, told.json["ok"], told.json["kind"]) == (0, True, "posting")
    found = told.json["understood"]
    assert found["title"] == "Data Steward"
    assert found["places"] == [
        "Delft, Netherlands",
        "Ghent, Belgium",
        "Remote (Netherlands, Belgium)",
    ]
    assert found["asks"] == ["SQL, and patience with it", "Two years with archives"]
    assert not empty.folder.exists()
    said = empty("import", POSTINGS / "board-greenish.html", "--preview").out
    assert "Company: Wren Archives" in said
    assert "Asks for: Two years with archives" in said


def test_a_posting_is_added_and_then_brought_up_to_date(empty: Shell) -> None:
    first = empty("import", POSTINGS / "board-greenish.html", "--json").json["did"]
    assert (first["new"], first["asks"]) == (True, 2)
    told = empty("import", POSTINGS / "board-greenish.html", "--preview", "--json")
    assert [one["because"] for one in told.json["alike"]] == ["address"]
    again = empty("import", POSTINGS / "board-greenish.html")
    assert again.out == "Data Steward at Wren Archives is brought up to date.\n"


def test_a_posting_that_names_no_company_is_for_the_window(empty: Shell) -> None:
    told = empty("import", POSTINGS / "escaped-script.html")
    assert told.status == 1
    assert "Open it in the window" in told.error


def test_a_table_is_taken_once(empty: Shell) -> None:
    told = empty("import", TABLES / "notion.csv", "--preview", "--json")
    assert told.json["understood"]["columns"]["Date Applied"] == "applied"
    assert told.json["would"]["new"] == 2
    assert not empty.folder.exists()
    assert empty("import", TABLES / "notion.csv").out == "2 rows are taken over.\n"
    again = empty("import", TABLES / "notion.csv", "--json").json["did"]
    assert again["new"] == 0
    assert [one["why"] for one in again["skipped"]] == ["known", "known"]


def test_what_would_have_to_be_guessed_is_refused(empty: Shell, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("Company,Applied,Status\nTarn,03/04/2026,Hmm\n", encoding="utf-8")
    said = empty("import", path, "--preview").out
    assert "Which number of a day is the day?" in said
    told = empty("import", path, "--json")
    assert (told.status, told.json["code"]) == (1, "asked")
    assert "What does one state mean?" in told.json["sentence"]


@pytest.mark.parametrize("name", ["noise.bin", "short.txt", "other.json", "torn.pdf", "torn.xlsx"])
def test_what_is_not_understood_gets_one_sentence(empty: Shell, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(
        {
            "noise.bin": bytes(range(256)) * 4,
            "short.txt": b"Hello",
            "other.json": b'{"colour": "green", "title": "x"}',
            "torn.pdf": b"%PDF-1.4 torn",
            "torn.xlsx": b"PK\x03\x04torn",
        }[name]
    )
    told = empty("import", path, "--preview")
    assert told.status == 1
    assert len(told.error.strip().splitlines()) == 1
    assert "Traceback" not in told.error


def test_no_qt_is_loaded_for_it(tmp_path: Path) -> None:
    code = (
        "import sys; from interview_coach.app.main import main; "
        f"status = main(['--data-dir', {str(tmp_path)!r}, 'import', {str(TABLES / 'notion.csv')!r}]); "
        "assert status == 0; assert not [m for m in sys.modules if m.startswith('PySide6')]"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
