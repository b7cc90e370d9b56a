"""Wires the window's ways in and out to `exchange`, whose modules are loaded when one is taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach.ui.borders import Borders

if TYPE_CHECKING:
    from interview_coach.domain.brief import Brief


def _write(path: Path, data: bytes) -> None:
    from interview_coach.exchange.document import write

    write(path, data)


def _markdown(brief: Brief) -> str:
    from interview_coach.exchange.brief import markdown

    return markdown(brief)


def borders() -> Borders:
    """All of them."""
    return Borders(write=_write, markdown=_markdown)
