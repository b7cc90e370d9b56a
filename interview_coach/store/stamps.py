"""Keys and instants as the store writes them. Standard library only: the first paint needs it."""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime

_VERSION = 7
# Milliseconds in the fifth millennium: a key that says so was made up.
_ABSURD = 1 << 46
_lock = threading.Lock()
_last = 0


def utc_now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def utc_text(instant: datetime) -> str:
    """An aware instant as the sortable text of the store: 2026-11-24T13:00:00.000Z."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def follow(key: str) -> None:
    """Let the next keys come after this one, though the clock may have been set back since."""
    global _last  # noqa: PLW0603  the same memory
    try:
        number = int(key.replace("-", ""), 16)
    except ValueError:
        return
    millis, version, count = number >> 80, number >> 76 & 0xF, number >> 64 & 0xFFF
    if version == _VERSION and millis < _ABSURD:
        with _lock:
            _last = max(_last, millis << 12 | count)


def new_key() -> str:
    """A new UUIDv7 as text (RFC 9562): keys of one device sort by the time they were made.

    The 12 bits after the milliseconds count within one millisecond, so that keys made in a row
    stay in order even when the clock is set back.
    """
    global _last  # noqa: PLW0603  a clock that never runs backwards needs one memory
    with _lock:
        stamp = (time.time_ns() // 1_000_000) << 12
        _last = max(stamp, _last + 1)
        value = _last
    millis, count = value >> 12, value & 0xFFF
    number = (millis & ((1 << 48) - 1)) << 80 | 0x7 << 76 | count << 64
    number |= 0b10 << 62 | int.from_bytes(os.urandom(8), "big") >> 2
    # By hand: uuid imports what tells one platform from another, and the first paint would wait for it.
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
