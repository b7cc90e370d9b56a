"""Reading what others wrote: with care, and a code for every refusal."""

from __future__ import annotations

import contextlib
import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.exchange import archive, document
from interview_coach.exchange.document import Refused
from tests.conftest import ROOT
from tests.exchange.making import WRITTEN, small_one
from tests.stores import NOW


def refusal(data: bytes, **limits: int) -> str:
    with pytest.raises(Refused) as refused:
        document.decode(data, **limits)
    return refused.value.code


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        document.read(tmp_path / "none.json")
    assert refused.value.code == "unreadable"


def test_size_is_capped_before_anything_is_parsed(tmp_path: Path) -> None:
    data = document.encode(small_one())
    path = tmp_path / "x.json"
    path.write_bytes(data)
    assert document.read(path, largest=len(data)).counts == {"company": 1}
    with pytest.raises(Refused) as refused:
        document.read(path, largest=len(data) - 1)
    assert refused.value.code == "too_large"


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nested lists": (b"[" * 200_000 + b"]" * 200_000, "too_deep"),
    "nested objects": (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "too_deep"),
    "lists that never end": (b"[" * 2_000_000, "not_json"),
    "a text that never ends": (b'"' + b'\\"' * 1_000_000, "not_json"),
    "nothing": (b"", "not_json"),
    "another encoding": (b"\xff\xfe{}", "not_json"),
    "cut short": (b'{"format": "interview-coach"', "not_json"),
    "one name twice": (
        b'{"format": "interview-coach", "format": "interview-coach"}',
        "not_json",
    ),
    "not a number": (b'{"format": "interview-coach", "version": NaN}', "not_json"),
    "a number of 5000 digits": (b'{"version": ' + b"9" * 5000 + b"}", "not_json"),
    "a list": (b"[]", "not_ours"),
    "another format": (b'{"format": "somebody else"}', "not_ours"),
    "only the format": (b'{"format": "interview-coach"}', "malformed"),
    "a version that is true": (b'{"format": "interview-coach", "version": true}', "malformed"),
    "a newer version": (b'{"format": "interview-coach", "version": 2}', "newer"),
    "tables in a list": (
        b'{"format": "interview-coach", "version": 1, "tables": []}',
        "malformed",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_foreign_file_has_a_code(name: str) -> None:
    data, code = HOSTILE[name]
    assert refusal(data) == code


def test_brackets_in_a_text_are_no_depth() -> None:
    made = document.build(1, {"company": [{"id": "a", "name": '[[[[[[[[[["{{{{\\'}]}, WRITTEN, "1")
    found = document.decode(document.encode(made))
    assert found.tables["company"][0]["name"] == '[[[[[[[[[["{{{{\\'


Change = Callable[[dict[str, Any]], object]
CHANGES: dict[str, tuple[Change, str]] = {
    "one letter": (lambda d: d["tables"]["company"][0].update(name="Kurbis"), "damaged"),
    "a row is gone": (lambda d: d["tables"]["company"].pop(), "damaged"),
    "a table is gone": (lambda d: d["tables"].pop("company"), "damaged"),
    "no counts": (lambda d: d.pop("counts"), "damaged"),
    "no checksum": (lambda d: d.pop("checksum"), "damaged"),
    "no schema": (lambda d: d.pop("schema"), "malformed"),
    "no program": (lambda d: d.pop("program"), "malformed"),
    "no date": (lambda d: d.pop("written_at"), "malformed"),
    "a date without a zone": (lambda d: d.update(written_at="2026-11-22T21:00:00"), "malformed"),
    "a date that is a number": (lambda d: d.update(written_at=3), "malformed"),
    "rows that are no list": (lambda d: d["tables"].update(company={}), "malformed"),
    "a row that is no object": (lambda d: d["tables"]["company"].append(1), "malformed"),
    "a row without a key": (lambda d: d["tables"]["company"][0].pop("id"), "malformed"),
    "a value that is a list": (lambda d: d["tables"]["company"][0].update(name=[]), "malformed"),
    "a number beyond SQLite's": (
        lambda d: d["tables"]["company"][0].update(name=2**63),
        "malformed",
    ),
    "half a character": (
        lambda d: d["tables"]["company"][0].update(name="\ud800"),
        "malformed",
    ),
    "a key twice": (lambda d: d["tables"]["company"].append({"id": "a"}), "damaged"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_document_is_refused(name: str) -> None:
    change, code = CHANGES[name]
    made = copy.deepcopy(small_one())
    change(made)
    assert refusal(json.dumps(made).encode()) == code


def test_spaces_order_and_a_byte_order_mark_do_not_matter() -> None:
    made = small_one()
    shuffled = dict(reversed(made.items()))
    data = b"\xef\xbb\xbf" + json.dumps(shuffled, indent=7).encode()
    assert document.decode(data).tables == made["tables"]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        document.decode(data)


some_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.sampled_from(sorted(small_one())), some_json)
def test_any_part_that_is_something_else_is_refused_or_the_same(part: str, value: object) -> None:
    made = {**small_one(), part: value}
    with contextlib.suppress(Refused):
        document.decode(json.dumps(made).encode())
        assert part in {"schema", "program", "written_at"} or value == small_one()[part]


@given(
    st.dictionaries(
        st.sampled_from(["company", "signal"]),
        st.lists(
            st.fixed_dictionaries(
                {"id": st.uuids().map(str), "text": st.text(), "n": st.integers(-(2**62), 2**62)}
            ),
            max_size=5,
            unique_by=lambda row: row["id"],
        ),
    )
)
def test_whatever_a_person_typed_comes_back(tables: dict[str, list[dict[str, Any]]]) -> None:
    made = document.build(1, tables, NOW, "0.1.0")
    assert document.decode(document.encode(made)).tables == tables


@given(st.text(alphabet='"\\{}[],:ab\n', max_size=60).map(str.encode), st.integers(1, 9))
def test_what_is_left_without_texts_does_not_depend_on_how_much_is_looked_at_at_once(
    data: bytes, window: int
) -> None:
    assert document._without_texts(data, window) == document._TEXT.sub(b"", data)


MEMORY = """
import resource, sys
from pathlib import Path
from interview_coach.exchange import recognise
path = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert recognise.read(path).what.counts["prep_item"] == int(sys.argv[2])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="kilobytes there, bytes elsewhere")
@pytest.mark.parametrize("packed", [False, True], ids=["document", "archive"])
def test_a_large_file_takes_a_few_times_its_length_in_memory(
    tmp_path: Path, *, packed: bool
) -> None:
    rows: list[dict[str, Any]] = [
        {"id": f"{n:032x}", "section": "story", "text": f"point {n}", "details": "x" * 200}
        | dict.fromkeys(("source", "template_key", "library_id", "about", "origin"), "")
        for n in range(20_000)
    ]
    tables = {"prep_item": rows}
    whole = document.encode(document.build(6, tables, WRITTEN, "tests"))
    path = tmp_path / ("x.zip" if packed else "x.json")
    path.write_bytes(archive.pack(6, tables, WRITTEN, "tests") if packed else whole)
    told = subprocess.run(
        [sys.executable, "-c", MEMORY, str(path), str(len(rows))],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    # With the modules that reading takes: about 20 MB.
    assert int(told.stdout) * 1024 < 6 * len(whole) + (40 << 20)
