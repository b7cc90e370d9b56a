"""The exported document: described field by field, written whole or not at all, and read back with care."""

from __future__ import annotations

import contextlib
import copy
import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.trouble import Trouble
from interview_coach.exchange import document
from interview_coach.exchange.document import Refused
from interview_coach.shipped import folder
from interview_coach.store import interviews, outcomes, trash
from interview_coach.store.document import everything, row_counts
from interview_coach.store.interview import delete_interview
from interview_coach.store.prep import checklist, delete_item
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT
from tests.stores import NOW, new_store

WRITTEN = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
SCHEMA: dict[str, Any] = json.loads((folder("document.schema.json")).read_text(encoding="utf-8"))


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path / "full", sample=True)
    yield store
    store.close()


def exported(store: Store, path: Path) -> dict[str, Any]:
    schema, tables = store.ask(everything)
    document.export(path, schema, tables, WRITTEN, "0.1.0")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


class Enough(Exception):
    """Raised by whoever is told, to give it up."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that holds one older document and nothing else."""
    made = tmp_path / "place"
    made.mkdir()
    (made / "x.json").write_bytes(b"old")
    return made


def small_one() -> dict[str, Any]:
    return document.build(1, {"company": [{"id": "a", "name": "Kürbis"}]}, WRITTEN, "0.1.0")


# --- the description ------------------------------------------------------------------------------


def test_the_schema_is_sound() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_table_and_column_is_described_and_no_other() -> None:
    described = SCHEMA["properties"]["tables"]["properties"]
    kept = {table.name: {column.name for column in table.columns} for table in KEPT}
    assert {name: set(t["items"]["properties"]) for name, t in described.items()} == kept
    assert {name: set(t["items"]["required"]) for name, t in described.items()} == kept


def descriptions(node: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            yield f"{path}.{name}", field.get("description", "")
            yield from descriptions(field, f"{path}.{name}")
        if "items" in node:
            yield from descriptions(node["items"], path)


def test_every_field_has_a_sentence() -> None:
    found = dict(descriptions(SCHEMA))
    assert len(found) > 150
    assert [path for path, text in found.items() if not text.endswith(".")] == []


def test_the_words_of_the_schema_are_those_of_the_columns() -> None:
    described = SCHEMA["properties"]["tables"]["properties"]
    for table in KEPT:
        for column in table.columns:
            vocabulary = getattr(column.type, "vocabulary", None)
            if vocabulary is None:
                continue
            words = described[table.name]["items"]["properties"][column.name]["enum"]
            wanted = [word.value for word in vocabulary] + ([None] if column.nullable else [])
            assert words == wanted, f"{table.name}.{column.name}"


def test_an_export_of_the_sample_is_what_the_schema_says(full: Store, tmp_path: Path) -> None:
    found = exported(full, tmp_path / "all.json")
    jsonschema.validate(found, SCHEMA, jsonschema.Draft202012Validator)
    assert found["counts"] == full.ask(row_counts)
    assert min(found["counts"].values()) > 0, "the sample leaves a table empty"


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("tables", "review", 0, "felt"), 6),
        (("tables", "reason", 0, "sign"), "strong"),
        (("tables", "interview", 0, "start"), "24 November"),
        (("tables", "company", 0, "surprise"), "x"),
        (("version",), 2),
    ],
)
def test_the_schema_refuses_what_it_does_not_describe(
    full: Store, tmp_path: Path, where: tuple[Any, ...], value: object
) -> None:
    found = exported(full, tmp_path / "all.json")
    target = found
    for step in where[:-1]:
        target = target[step]
    target[where[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, SCHEMA, jsonschema.Draft202012Validator)


# --- what is in it --------------------------------------------------------------------------------


def test_it_comes_back_as_it_was_written(full: Store, tmp_path: Path) -> None:
    schema, tables = full.ask(everything)
    path = tmp_path / "all.json"
    size = document.export(path, schema, tables, WRITTEN, "0.1.0")
    found = document.read(path)
    assert (found.version, found.schema, found.program) == (1, schema, "0.1.0")
    assert found.written_at == WRITTEN
    assert found.tables == tables
    assert size == path.stat().st_size


def test_two_exports_of_one_store_are_equal(full: Store, tmp_path: Path) -> None:
    assert exported(full, tmp_path / "1.json") == exported(full, tmp_path / "2.json")


def test_what_is_in_the_trash_stays_out_and_nothing_points_there(full: Store) -> None:
    rounds = full.ask(interviews.interview_list).closed
    held = next(r for r in rounds if full.ask(outcomes.debrief, r.id).outcome is not None)
    before = full.ask(everything)[1]
    full.do(delete_interview, held.id)
    tables = full.ask(everything)[1]
    assert held.id not in {row["id"] for row in tables["interview"]}
    assert len(tables["review"]) == len(before["review"]) - 1
    # An outcome stays with its opportunity, and only forgets the round that brought it.
    assert [o["interview_id"] for o in tables["outcome"]].count(held.id) == 0
    keys = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    for table in KEPT:
        for reference in table.foreign_keys:
            column, target = reference.parent.name, reference.column.table.name
            named = {row[column] for row in tables[table.name]} - {None}
            assert named <= keys[target], f"{table.name}.{column}"


def test_the_trash_comes_along_when_asked_for(full: Store) -> None:
    held = full.ask(interviews.interview_list).waiting[0]
    full.do(delete_interview, held.id)
    assert held.id not in {row["id"] for row in full.ask(everything)[1]["interview"]}
    with_it = full.ask(everything, trash=True)[1]
    found = next(row for row in with_it["interview"] if row["id"] == held.id)
    assert found["trashed_at"] is not None


def test_a_row_that_came_back_without_what_it_belongs_to_stays_out(full: Store) -> None:
    held = full.ask(interviews.interview_list).upcoming[0]
    item = full.ask(checklist, held.id).items[0]
    full.do(delete_item, item.id)
    gone = full.ask(trash.trash_batches)[0]
    full.do(delete_interview, held.id)
    full.do(trash.restore_batch, gone.id)
    tables = full.ask(everything)[1]
    assert item.id not in {row["id"] for row in tables["prep_item"]}


def test_reading_tells_how_far_it_is_and_can_be_given_up(full: Store) -> None:
    told: list[tuple[int, int]] = []
    full.ask(everything, told=lambda done, total: told.append((done, total)))
    assert told == [(n, len(KEPT)) for n in range(len(KEPT) + 1)]

    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        full.ask(everything, told=stop)
    assert full.ask(row_counts)["company"] > 0, "the reader is free again"


# --- writing --------------------------------------------------------------------------------------


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


# --- reading what others wrote ----------------------------------------------------------------------


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
