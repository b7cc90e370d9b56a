"""Documents from outside, made fit: older ones brought up, every value checked, nothing of the store touched."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from interview_coach.domain.document import Document
from interview_coach.domain.incoming import Refused
from interview_coach.domain.merging import Fate
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT
from interview_coach.store.merging import import_document, plan_import
from interview_coach.store.opening import SCHEMA
from interview_coach.store.preparing import Prepared, prepared
from interview_coach.store.store import Store
from tests.store.dumps import check_derived
from tests.store.importing import tables_of
from tests.store.recipes.documents import Tables
from tests.stores import NOW
from tests.upgrades.saving import saved

NOT_THE_PERSONS = {"entry", "scratch", "setting", "alembic_version", "sqlite_sequence"}


def document(tables: Any, schema: int = SCHEMA) -> Document:
    return Document(1, schema, NOW, "0.1.0", tables)


def refused(tables: Any, schema: int = SCHEMA) -> str:
    with pytest.raises(Refused) as error:
        prepared(document(tables, schema))
    return error.value.code


def old_tables(schema: int) -> Tables:
    """What an older program would have exported: the tables of a saved store of its schema."""
    raw = dbapi2.connect(":memory:", isolation_level=None)
    raw.executescript(saved(schema).read_text(encoding="utf-8"))
    names = [
        name
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name not in NOT_THE_PERSONS and not name.startswith("search")
    ]
    found: Tables = {}
    for name in names:
        rows = raw.execute(f"SELECT * FROM {name} WHERE trashed_at IS NULL ORDER BY id")
        columns = [column[0] for column in rows.description]
        found[name] = [dict(zip(columns, row, strict=True)) for row in rows]
    raw.close()
    return found


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_document_of_every_earlier_schema_comes_in(empty: Store, schema: int) -> None:
    tables = old_tables(schema)
    found = prepared(document(tables, schema))
    total = sum(len(rows) for rows in tables.values())
    assert empty.ask(plan_import, found).total(Fate.NEW) >= total > 20
    empty.do(import_document, found)
    check_derived(empty)
    assert empty.ask(plan_import, prepared(document(tables, schema))).idle


def test_a_newer_schema_is_refused(mine: Store) -> None:
    assert refused(tables_of(mine), SCHEMA + 1) == "newer"


@pytest.mark.parametrize("schema", sorted({1, SCHEMA}))
def test_rows_that_no_program_wrote_are_refused_at_any_schema(schema: int) -> None:
    tables = old_tables(schema)
    row = tables["interview"][0]
    for wrong in (
        {"nonsense": [{"id": "x"}]},
        {"interview": [{**row, "no_such_column": 1}]},
        {"interview": [{**row, "kind": "chess"}]},
        {"interview": [{**row, "kind) VALUES (1); DROP TABLE interview; --": 1}]},
        {"entry": [{"key": 1}]},
    ):
        assert refused({**tables, **wrong}, schema) == "malformed"


Change = Callable[[Tables], object]


def at(table: str, **values: object) -> Change:
    return lambda tables: tables[table][0].update(values)


KEY = "0190a000-0000-7000-8000-00000000000"
WRONG: dict[str, Change] = {
    "a number for a text": at("company", name=5),
    "a text for a number": at("interview", minutes="60"),
    "half a number": at("interview", minutes=60.5),
    "a truth for a number": at("asked", rating=True),
    "a truth that is neither": at("prep_item", done=2),
    "minutes that are none": at("interview", minutes=0),
    "a number beyond SQLite's": at("prep_item", rehearsals=2**70),
    "a rating out of range": at("asked", rating=6),
    "nothing where something must be": at("company", name=None),
    "an unknown word": at("interview", kind="chess"),
    "an unknown zone": at("interview", zone="Mars/Olympus"),
    "a zone that is a way": at("interview", zone="../../etc/passwd"),
    "no instant": at("company", created_at="yesterday"),
    "an instant without a zone": at("company", created_at="2026-11-22T21:00:00.000"),
    "an instant in another zone": at("company", created_at="2026-11-22T21:00:00.000+02:00"),
    "an instant that no calendar has": at("company", created_at="2026-02-30T21:00:00.000Z"),
    "no day": at("outcome", decided_on="22/11/2026"),
    "no wall time": at("interview", start="2026-11-22 21:00"),
    "a key that is none": at("company", id="1; DROP TABLE company"),
    "a reference that is none": at("opportunity", company_id="x" * 36),
    "a column too many": at("company", surprise="x"),
    "a column too few": lambda tables: tables["company"][0].pop("notes"),
    "a line of a novel": at("company", name="x" * (LINE_LIMIT + 1)),
    "a text without end": at("company", notes="x" * (TEXT_LIMIT + 1)),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_refused(mine: Store, name: str) -> None:
    tables = tables_of(mine)
    WRONG[name](tables)
    assert refused(tables) == "malformed"


def test_two_live_reviews_of_one_interview_are_no_document_of_ours(mine: Store) -> None:
    tables = tables_of(mine)
    tables["review"].append({**tables["review"][0], "id": KEY + "1"})
    assert refused(tables) == "damaged"


def test_characters_that_nobody_types_are_dropped_and_nothing_else(
    mine: Store, empty: Store
) -> None:
    tables = tables_of(mine)
    tables["company"][0]["notes"] = "a\x00b\x1b[31mc\u202ed e\u0301 🧭\n  two  lines\t"
    found = prepared(document(tables))
    assert found.tables["company"][0]["notes"] == "ab[31mc\u202ed e\u0301 🧭\n  two  lines\t"
    empty.do(import_document, found)
    assert empty.ask(plan_import, prepared(document(tables))).idle


def test_it_tells_how_far_it_is(mine: Store) -> None:
    told: list[tuple[int, int]] = []
    prepared(document(tables_of(mine)), lambda done, total: told.append((done, total)))
    assert told
    assert told[0][0] == 0


values = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40)
)


@given(st.data())
def test_any_value_anywhere_is_taken_or_refused(data: st.DataObject) -> None:
    tables = old_tables(SCHEMA)
    table = data.draw(st.sampled_from([name for name, rows in tables.items() if rows]))
    column = data.draw(st.sampled_from(sorted(tables[table][0])))
    tables[table][0][column] = data.draw(values)
    with contextlib.suppress(Refused):
        assert isinstance(prepared(document(tables)), Prepared)
