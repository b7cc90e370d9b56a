"""Markdown and CSV: everything in words, in files with good names, and nothing in them that acts."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.app.wording import Words
from interview_coach.exchange import document, markdown, spreadsheets
from interview_coach.exchange.file_names import LONGEST_BYTES, file_name, numbered
from interview_coach.store import interviews
from interview_coach.store.document import everything
from interview_coach.store.interview import edit_interview
from interview_coach.store.store import Store
from tests.exchange.making import Enough

HOSTILE = (
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    "[click](file:///etc/passwd)",
    "```\nnever closed",
    "# A heading of my own",
    "=====",
    "=cmd|'/c calc'!A0",
)


def texts(store: Store) -> dict[str, str]:
    tables = store.ask(everything)[1]
    return {name: data.decode() for name, data in markdown.files(tables, Words()).items()}


def test_there_is_a_file_for_every_interview_with_all_that_belongs_to_it(full: Store) -> None:
    tables = full.ask(everything)[1]
    found = texts(full)
    rounds = [name for name in found if re.match(r"\d{4}-\d\d-\d\d \d{4} ", name)]
    assert len(rounds) == len(tables["interview"])
    whole = "\n".join(found.values())
    for table, column in (
        ("prep_item", "text"), ("asked", "text"), ("signal", "text"), ("remark", "text"),
        ("lesson", "text"), ("reason", "evidence"), ("requirement", "evidence"), ("company", "notes"),
        ("person", "name"), ("outcome", "words"), ("review", "went_well"), ("opportunity", "pay"),
    ):  # fmt: skip
        for row in tables[table]:
            for line in str(row[column]).splitlines():
                kept = re.sub(r"([\\<\[`])", r"\\\1", " ".join(line.split()))
                assert kept in re.sub(r" +", " ", whole), f"{table}.{column}"


def test_no_table_and_no_code_is_named(full: Store) -> None:
    for text in texts(full).values():
        assert not re.search(r"\b[a-z]+_[a-z_]+\b(?!\S*[@/.])", text.replace("\\", "")), text[:200]
        assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-7", text)


def test_two_of_one_name_are_numbered_and_no_name_leads_elsewhere(full: Store) -> None:
    head = full.ask(interviews.interview_list).upcoming[0]
    draft = full.ask(interviews.interview_draft, head.id)
    for company in ("../../../etc", "C:\\x", "con", "a/b"):
        import dataclasses

        full.do(edit_interview, head.id, dataclasses.replace(draft, company=company))
        for name in texts(full):
            assert not re.search(r'[/\\:*?"<>|\x00-\x1f]', name)
            assert not name.startswith(".")


@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_title_is_a_good_name(parts: list[str]) -> None:
    name = file_name(*parts)
    assert name
    assert len(name.encode()) <= LONGEST_BYTES + 1
    assert not re.search(r'[/\\:*?"<>|\x00-\x1f\x7f\u202a-\u202e]', name)
    assert name == name.strip()
    assert not name.startswith(".")
    assert not name.endswith(".")
    assert len({n.casefold() for n in numbered([name, name, name.upper()], ".md")}) == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_what_was_typed_does_not_act(text: str) -> None:
    for line in (markdown._line(text), *markdown._paragraphs(text)):
        assert not re.search(r"(?<!\\)[<\[`]", line)
    # A single line always stands behind a dash or a heading's mark.
    for line in markdown._paragraphs(text):
        assert not re.match(r"\s*(#|=+$|~~~|>)", line)


@given(st.text())
def test_a_text_keeps_every_letter(text: str) -> None:
    lines = list(markdown._paragraphs(text))
    assert re.sub(r"\\(?=[\\<\[`#>~=*_-])", "", "\n".join(lines)) == text or "\\" in text
    assert len(lines) == text.count("\n") + 1


def test_writing_can_be_given_up(full: Store) -> None:
    def stop(done: int, total: int) -> None:
        raise Enough

    tables = full.ask(everything)[1]
    with pytest.raises(Enough):
        markdown.files(tables, Words(), stop)
    with pytest.raises(Enough):
        spreadsheets.files(tables, document.described_columns(), stop)


# --- tables ------------------------------------------------------------------------------------------


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_table_is_a_file_with_every_row_and_value(full: Store) -> None:
    tables = full.ask(everything)[1]
    found = spreadsheets.files(tables, document.described_columns())
    assert set(found) == {"overview.csv", *(f"{name}.csv" for name in tables)}
    for name, rows in tables.items():
        head, *lines = rows_of(found[f"{name}.csv"])
        assert head == document.described_columns()[name]
        assert len(lines) == len(rows)
        for row, line in zip(rows, lines, strict=True):
            wanted = [spreadsheets.harmless(row[column]) for column in head]
            assert line == [str(value) for value in wanted]
    overview = rows_of(found["overview.csv"])
    assert len(overview) == len(tables["interview"]) + 1
    assert all(len(line) == len(overview[0]) for line in overview)


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = str(spreadsheets.harmless(text))
    assert cell in {text, f"'{text}"}
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))
    assert not cell.startswith(("\t", "\r"))
    data = spreadsheets.table(["a"], [{"a": text}])
    kept = text.encode("utf-8", "replace").decode().replace("\r", "")
    written = data.decode("utf-8-sig").replace("\r", "").replace('""', '"')
    assert kept.replace('""', '"') in written
