"""Where a row shows: the page and the step on which the person finds it."""

from __future__ import annotations

from sqlcipher3 import dbapi2

from interview_coach.domain.changes import Place

# The column that leads from a row to what it is shown with, and that table.
_UP = {
    "asked": ("review_id", "review"),
    "signal": ("review_id", "review"),
    "covered": ("review_id", "review"),
    "remark": ("review_id", "review"),
    "reason": ("outcome_id", "outcome"),
    "reason_change": ("reason_id", "reason"),
    "free_writing": ("outcome_id", "outcome"),
}
_STEPS = {
    "review": "review",
    "lesson": "review",
    "prep_item": "prepare",
    "interviewer": "interview",
    "expected_question": "prepare",
    "lesson_check": "review",
}


def place_of(raw: dbapi2.Connection, table: str, key: str) -> Place | None:
    """Where a row shows, be it in the trash or not; None for what has no page."""
    while table in _UP:
        column, parent = _UP[table]
        table, key = parent, _read(raw, table, column, key)
    if table in {"interview", "opportunity"}:
        return Place(table, key)
    if table in {"library_item", "template", "person", "company"}:
        return Place("library", key)
    if table == "template_item":
        return Place("library", _read(raw, table, "template_id", key))
    if table in _STEPS:
        return Place("interview", _read(raw, table, "interview_id", key), _STEPS[table])
    if table in {"requirement", "research_note", "pay_talk"}:
        return where_prepared(raw, _read(raw, table, "opportunity_id", key))
    if table == "outcome":
        held = _read(raw, table, "interview_id", key)
        if held:
            return Place("interview", held, "outcome")
        return Place("opportunity", _read(raw, table, "opportunity_id", key))
    return None


def where_prepared(raw: dbapi2.Connection, opportunity: str) -> Place:
    """Where one prepares for an opportunity: for its last round, or else the opportunity itself."""
    found = raw.execute(
        "SELECT id FROM interview WHERE opportunity_id = ? AND trashed_at IS NULL "
        "ORDER BY start_at DESC, id DESC LIMIT 1",
        (opportunity,),
    ).fetchone()
    return Place("interview", found[0], "prepare") if found else Place("opportunity", opportunity)


def _read(raw: dbapi2.Connection, table: str, column: str, key: str) -> str:
    row = raw.execute(f"SELECT {column} FROM {table} WHERE id = ?", (key,)).fetchone()
    return "" if row is None or row[0] is None else str(row[0])
