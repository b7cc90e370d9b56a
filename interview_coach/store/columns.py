"""How domain values lie in columns: instants and wall times as sortable text, words with a CHECK."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Dialect, Text
from sqlalchemy.types import Integer, TypeDecorator

from interview_coach.domain.zones import WALL_FORMAT, parse_utc, parse_wall
from interview_coach.store.stamps import utc_text


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as UTC text with milliseconds and a final Z."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Refuse naive times: they would be somebody's local time."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant needs a time zone"
            raise ValueError(message)
        return utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Give the aware instant back."""
        return None if value is None else parse_utc(value).astimezone(UTC)


class WallTime(TypeDecorator[datetime]):
    """A naive wall-clock time to the minute; its zone stands in the next column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write it as sortable text."""
        return None if value is None else value.strftime(WALL_FORMAT)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Give the naive time back."""
        return None if value is None else parse_wall(value)


class Word(TypeDecorator[Any]):
    """One word of a closed vocabulary (a `StrEnum`)."""

    impl = Text
    cache_ok = True

    def __init__(self, vocabulary: type[StrEnum]) -> None:
        super().__init__()
        self.vocabulary = vocabulary

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write the word; anything outside the vocabulary raises ValueError."""
        return None if value is None else self.vocabulary(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Give the member back."""
        return None if value is None else self.vocabulary(value)


class Grade(TypeDecorator[Any]):
    """One number of a small scale (an `IntEnum`)."""

    impl = Integer
    cache_ok = True

    def __init__(self, scale: type[IntEnum]) -> None:
        super().__init__()
        self.scale = scale

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """Write the number."""
        return None if value is None else int(self.scale(value))

    def process_result_value(self, value: int | None, dialect: Dialect) -> IntEnum | None:
        """Give the member back."""
        return None if value is None else self.scale(value)


def one_of(column: str, vocabulary: type[StrEnum]) -> CheckConstraint:
    """A CHECK that a column holds one of the words; it also lets NULL pass."""
    allowed = ", ".join(f"'{word.value}'" for word in vocabulary)
    return CheckConstraint(f"{column} IN ({allowed})", name=f"{column}_known")


def between(column: str, low: int, high: int) -> CheckConstraint:
    """A CHECK that a number lies in a range; it also lets NULL pass."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=f"{column}_range")
