"""Documents for tests: of the sample, and a small one."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from interview_coach.exchange import document
from interview_coach.shipped import folder
from interview_coach.store.document import everything
from interview_coach.store.store import Store

WRITTEN = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
SCHEMA: dict[str, Any] = json.loads((folder("document.schema.json")).read_text(encoding="utf-8"))


def exported(store: Store, path: Path) -> dict[str, Any]:
    schema, tables = store.ask(everything)
    document.export(path, schema, tables, WRITTEN, "0.1.0")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


class Enough(Exception):
    """Raised by whoever is told, to give it up."""


def small_one() -> dict[str, Any]:
    return document.build(1, {"company": [{"id": "a", "name": "Kürbis"}]}, WRITTEN, "0.1.0")
