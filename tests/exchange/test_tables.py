"""Tables as spreadsheets and other trackers write them: read as they are, and nothing guessed."""

from __future__ import annotations

import json
import zipfile
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.domain.incoming import Refused
from interview_coach.domain.table import MOST_COLUMNS, MOST_ROWS, Table
from interview_coach.exchange import recognise
from interview_coach.exchange.table import reading

HERE = Path(__file__).parent / "tables"
FILES = sorted(path.name for path in HERE.iterdir())


def described(name: str) -> dict[str, Any]:
    return reading.describe(reading.read((HERE / name).read_bytes(), name))


def workbook(*sheets: list[list[object]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    made = BytesIO()
    book.save(made)
    book.close()
    return made.getvalue()


def zipped(**files: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("name", FILES)
def test_the_door_knows_each_of_them(name: str) -> None:
    data = (HERE / name).read_bytes()
    assert recognise.format_of(recognise.Head(name, data)).KIND == "table"
    json.dumps(described(name))


def test_an_export_with_a_mark_and_worded_days() -> None:
    found = described("notion.csv")
    assert found["columns"] == {
        "Company": "company",
        "Job Title": "title",
        "Status": "state",
        "Date Applied": "applied",
        "Link": "url",
        "Notes": "notes",
    }
    assert found["first_rows"][0] == {
        "line": 2,
        "company": "Tarn, Ltd.",
        "title": "Baker",
        "applied": "2026-03-05",
        "interview": None,
        "state": "rejected",
        "url": "https://tarn.example/7",
        "place": "",
        "pay": "",
    }
    assert found["asked"] == {"company": False, "day_order": False, "states": []}


def test_a_zip_of_another_tracker() -> None:
    data = zipped(
        **{"a/jobs.csv": (HERE / "huntr-jobs.csv").read_bytes(), "a/notes.csv": b"x,y\n1,2\n"}
    )
    table = reading.read(data, "huntr.zip")
    assert table.read_as == "a/jobs.csv"
    assert recognise.format_of(recognise.Head("huntr.zip", data, ("a/jobs.csv",))).KIND == "table"
    found = reading.describe(table)
    assert found["states"] == {"Applied": "applied", "Wishlist": "saved"}
    assert table.rows[0][4] == "We keep what others forget.\n\n- SQL"


def test_what_could_be_two_days_and_what_is_unknown_is_asked() -> None:
    found = described("own.csv")
    # 25/04 proves how the others are meant.
    assert found["day_order"] == "day_first"
    assert found["asked"]["states"] == ["Talked to Bob"]
    assert found["states"] == {"Ghosted": "applied", "Interview": "interviewing"}
    assert [row["applied"] for row in found["first_rows"]] == ["2026-04-03", None, "2026-04-25"]
    assert found["first_rows"][1]["interview"] == "2026-05-12T14:30:00"
    open_one = reading.read(b"Company,Applied\nQuay,03/04/2026\n")
    told = reading.describe(open_one)
    assert told["asked"]["day_order"] is True
    assert told["first_rows"][0]["applied"] is None


def test_missing_values_and_an_old_alphabet() -> None:
    found = described("jobsync.csv")
    assert found["first_rows"][0] | {"line": 0} == {
        "line": 0,
        "company": "The Ladle",
        "title": "Cook",
        "applied": None,
        "interview": None,
        "state": "rejected",
        "url": "",
        "place": "",
        "pay": "",
    }
    german = described("german.txt")
    assert german["first_rows"][0]["company"] == "Müller"
    assert german["first_rows"][0]["applied"] == "2026-04-03"
    assert german["first_rows"][0]["state"] == "rejected"


@pytest.mark.parametrize(
    ("data", "delimiter"),
    [
        (b"sep=|\nCompany|Role\nA|B\n", "|"),
        (b"Company;Role\nA;B, C\n", ";"),
        (b"Company\tRole\nA\tB\n", "TAB"),
        ("Company,Role\nÄ,B\n".encode("utf-16"), ","),
        (b"My jobs,,\n,,\nCompany,Role,Notes\nA,B,\n", ","),
        (b'Company,Role\n"A\n",B\n', ","),
    ],
)
def test_delimiters_marks_and_titles_above(data: bytes, delimiter: str) -> None:
    table = reading.read(data, "x.csv")
    assert table.read_as == delimiter
    assert table.header[:2] == ("Company", "Role")
    assert len(table.rows) == 1


def test_a_workbook_gives_days_numbers_and_the_right_sheet() -> None:
    data = workbook(
        [["Totals"], [3]],
        [
            ["My applications", None, None, None],
            ["Company", "Position", "Applied", "Interview", "Salary", "Done"],
            ["Tarn", "Baker", datetime(2026, 3, 4), datetime(2026, 3, 9, 14, 30), 40000.0, True],
            [None, None, None, None, None, None],
            ["Wren", "=1+1", date(2026, 3, 5), time(9, 5), 1.5, None],
        ],
    )
    table = recognise.read_bytes(data, "mine.xlsx").what
    assert isinstance(table, Table)
    assert table.header == ("Company", "Position", "Applied", "Interview", "Salary", "Done")
    assert table.rows[0] == ("Tarn", "Baker", "2026-03-04", "2026-03-09 14:30", "40000", "yes")
    # A formula counts by the value last worked out; nobody has worked this one out.
    assert table.rows[1][:4] == ("Wren", "", "2026-03-05", "09:05")
    assert table.lines == (3, 5)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n,,\n", "empty"),
        (b"Company\nTarn\n", "not_understood"),
        (b"Company,Role\n", "not_understood"),
        (b"PK\x03\x04nonsense", "damaged"),
        (zipped(**{"xl/workbook.xml": b"<a/>"}), "damaged"),
        (zipped(**{"xl/workbook.xml": b" " * (51 << 20)}), "too_large"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as error:
        reading.read(data, "x.csv")
    assert error.value.code == code


def test_there_is_an_end_to_rows_and_columns() -> None:
    rows = b"Company,Role\n" + b"A,B\n" * (MOST_ROWS + 3)
    table = reading.read(rows)
    assert len(table.rows) == MOST_ROWS
    assert table.cut == 3
    wide = reading.read(b",".join([b"Company"] * 500) + b"\n" + b",".join([b"A"] * 500) + b"\n")
    assert len(wide.header) == MOST_COLUMNS


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["03/04/2026", "2026-03-04", "N/A", "Rejected", '"', "\n", "Company", "=1+1", "\0"]
    ),
)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=5).map(",".join), max_size=8).map("\n".join))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        found = reading.read(text.encode("utf-8", "replace"), "x.csv")
    except Refused:
        return
    assert all(len(row) == len(found.header) for row in found.rows)
    json.dumps(reading.describe(found))


@settings(max_examples=40)
@given(st.data())
def test_a_broken_workbook_is_refused_or_read(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    broken = WHOLE[:at] + bytes([WHOLE[at] ^ data.draw(st.integers(1, 255))]) + WHOLE[at + 1 :]
    try:
        reading.describe(reading.read(broken, "x.xlsx"))
    except Refused as refused:
        code = refused.code
        assert code in {"damaged", "too_large", "not_understood", "empty", "packed_oddly"}


WHOLE = workbook([["Company", "Role"], ["Tarn", "Baker"]])
