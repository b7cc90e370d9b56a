"""The description of the document: every field, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from interview_coach.store.document import row_counts
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT
from tests.exchange.making import SCHEMA, exported


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
