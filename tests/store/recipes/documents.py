"""How a hand imports: a document made from what is in the store, with some rows new and some changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from interview_coach.domain.document import Document
from interview_coach.store.document import everything
from interview_coach.store.preparing import prepared
from tests.store.recipes.hand import LINES, Call, Hand, recipe

Tables = dict[str, list[dict[str, Any]]]


def from_elsewhere(key: str) -> str:
    """A key of another store: the same one again for the same row."""
    return str(UUID(int=UUID(key).int ^ (0xE15E << 16)))


def twin(tables: Tables, opportunity: str) -> None:
    """Add a copy of an opportunity, as another computer might have written it, with all below it."""
    keys = {opportunity}
    for name in tables:
        for row in list(tables[name]):
            belongs = row["id"] == opportunity or any(
                value in keys for column, value in row.items() if column.endswith("_id")
            )
            if belongs and name not in {"company", "person"}:
                keys.add(row["id"])
                tables[name].append(
                    {
                        column: from_elsewhere(value) if value in keys else value
                        for column, value in row.items()
                    }
                )


@recipe("import_document")
def _import(hand: Hand) -> Call:
    schema, tables = hand.store.ask(everything)
    theirs: list[str] = []
    for name, column in (("company", "notes"), ("asked", "text"), ("prep_item", "text")):
        if tables[name]:
            row = hand.one(tables[name])
            row[column] = hand.one(LINES)
            theirs += [row["id"]] * hand.choose(2)
    for review in tables["review"]:
        if review["sealed_at"] is None and hand.yes():
            review["sealed_at"] = review["changed_at"]
            theirs += [review["id"]] * hand.choose(2)
    # One that has its twin here already, or is one, would stand in the document twice.
    known = {row["id"] for row in tables["opportunity"]}
    single = sorted(key for key in known if from_elsewhere(key) not in known)
    if single:
        twin(tables, hand.one(single))
    document = Document(1, schema, hand.store.clock(), "0.1.0", tables)
    return Call((prepared(document), theirs))
