"""Figures out of the program: a picture as PNG, its data as a table that spreadsheets open safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from interview_coach.exchange.document import write

Cell = str | int | float
# A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: Cell) -> Cell:
    """A cell that a spreadsheet shows and does not run: text that would be a formula gets a quote before it."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def table(rows: Sequence[Sequence[Cell]]) -> bytes:
    """Rows as CSV (RFC 4180), in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    csv.writer(text).writerows([[harmless(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig", "replace")


def keep(path: Path, content: bytes | Sequence[Sequence[Cell]]) -> None:
    """Write a picture's bytes, or a table's rows, to a file of one's own. Raises as `write` does."""
    write(path, content if isinstance(content, bytes) else table(content))
