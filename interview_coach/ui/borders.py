"""What the window may do with files, given to it by whoever wires it: the screens know no format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from interview_coach.domain.brief import Brief


@dataclass(frozen=True, slots=True)
class Borders:
    """The ways out: `write` puts bytes in a file whole or not at all (raises `Trouble`)."""

    write: Callable[[Path, bytes], None]
    markdown: Callable[[Brief], str]
