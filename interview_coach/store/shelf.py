"""What of the library is found by search: things to use, templates, people and companies.

They stand on no timeline. Their entries lie below zero, where no moment's key lies.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sqlcipher3 import dbapi2

_OWN = {"library_item", "template", "person", "company"}
_TEMPLATE_ITEMS = "SELECT text, details FROM template_item WHERE template_id = ? AND trashed_at IS NULL ORDER BY id"
# Each gives: key, made at, what it is, and its texts.
_ITEMS = (
    "SELECT t.id, t.created_at, t.kind, t.text, t.situation, t.task, t.action, t.result, "
    "t.details, t.skills, t.tags FROM library_item t WHERE t.trashed_at IS NULL"
)
_TEMPLATES = (
    "SELECT t.id, t.created_at, 'template', t.name FROM template t WHERE t.trashed_at IS NULL"
)
_PEOPLE = (
    "SELECT t.id, t.created_at, 'person', t.name, t.title, t.notes, c.name FROM person t "
    "JOIN company c ON c.id = t.company_id WHERE t.trashed_at IS NULL AND c.trashed_at IS NULL"
)
_COMPANIES = (
    "SELECT t.id, t.created_at, 'company', t.name, t.website, t.notes FROM company t "
    "WHERE t.trashed_at IS NULL"
)
# What of the library has the words of a query, by the keys of its rows.
HITS = (
    "SELECT e.owner_id FROM search CROSS JOIN entry e ON e.key = search.rowid "
    "WHERE search MATCH ? AND search.rowid < 0 AND e.kind = 'library'"
)
_SELECTS = (_ITEMS, _TEMPLATES, _PEOPLE, _COMPANIES)


class Shelved(NamedTuple):
    """One thing of the library to be found: when it was made, what it is, and its text."""

    owner: str
    created_at: str
    state: str
    text: str


def owners(raw: dbapi2.Connection, table: str, image: Mapping[str, object]) -> set[str]:
    """The keys of what has to be made anew when a row changed."""
    if table == "template_item":
        return {str(image["template_id"])}
    if table not in _OWN:
        return set()
    found = {str(image["id"])}
    if table == "company":
        people = raw.execute("SELECT id FROM person WHERE company_id = ?", (image["id"],))
        found |= {str(key) for (key,) in people}
    return found


def shelved(raw: dbapi2.Connection, only: Collection[str] | None = None) -> Iterator[Shelved]:
    """Everything of the library outside the trash, or what of it has one of these keys."""
    more = "" if only is None else " AND t.id IN (SELECT value FROM json_each(?))"
    args = () if only is None else (json.dumps(sorted(only)),)
    for select in _SELECTS:
        for key, created, state, *texts in raw.execute(
            f"{select}{more} ORDER BY t.id", args
        ).fetchall():
            if state == "template":
                rows = raw.execute(_TEMPLATE_ITEMS, (key,)).fetchall()
                texts += [text for row in rows for text in row]
            yield Shelved(key, created, state, "\n".join(text for text in texts if text))
