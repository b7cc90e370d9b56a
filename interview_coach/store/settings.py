"""Named values that belong to the store: they are not undone."""

from __future__ import annotations

from sqlmodel import select

from interview_coach.domain.kinds import Topic
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.tables import Setting


@question
def setting(r: Reader, name: str, fallback: str = "") -> str:
    """A value by its name."""
    row = r.one(select(Setting.value).where(Setting.name == name))
    return fallback if row is None else str(row[0])


@deed("set_setting")
def set_setting(w: Writer, name: str, value: str) -> None:
    """Keep a value."""
    w.raw.execute(
        "INSERT INTO setting(name, value) VALUES (?, ?) "
        "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
    w.topics.add(Topic.SETTING)
