"""What reads files, texts and addresses for the window; the program's start puts it together.

Each of them is long work: it is given a `Told`, runs off the GUI thread, and raises `Refused`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from interview_coach.domain.incoming import Told, Understood
from interview_coach.domain.posting import Posting


@dataclass(frozen=True, slots=True)
class Readers:
    """`file` reads any known format, `posting` a text that was pasted, `page` an address."""

    file: Callable[[Path, Told], Understood]
    posting: Callable[[str, Told], Posting]
    page: Callable[[str, Told], Posting]


def dropped_file(data: QMimeData) -> Path | None:
    """The one file of this computer that is dragged, if that is what is dragged."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
