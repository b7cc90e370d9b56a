"""What tests of importing share: two stores, documents made from them, and what came of an import."""

from __future__ import annotations

import copy
from typing import Any

from interview_coach.domain.document import Document
from interview_coach.domain.merging import Fate, Merge
from interview_coach.store.document import everything
from interview_coach.store.merging import import_document, plan_import
from interview_coach.store.preparing import Prepared, prepared
from interview_coach.store.store import Store
from tests.store.recipes.documents import Tables
from tests.stores import NOW


def tables_of(store: Store) -> Tables:
    return copy.deepcopy(store.ask(everything)[1])


def made(store: Store, tables: Tables) -> Prepared:
    return prepared(Document(1, store.ask(everything)[0], NOW, "0.1.0", tables))


def plan(store: Store, tables: Tables) -> Merge:
    return store.ask(plan_import, made(store, tables))


def take(store: Store, tables: Tables, *theirs: str) -> Merge:
    return store.do(import_document, made(store, tables), theirs)


def fates(found: Merge) -> dict[str, int]:
    return {fate.value: found.total(fate) for fate in Fate if found.total(fate)}


def rows(store: Store, table: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in store.ask(everything)[1][table]}


def open_review(tables: Tables) -> dict[str, Any]:
    return next(row for row in tables["review"] if row["sealed_at"] is None)


def sealed_review(tables: Tables) -> dict[str, Any]:
    return next(row for row in tables["review"] if row["sealed_at"] is not None)
