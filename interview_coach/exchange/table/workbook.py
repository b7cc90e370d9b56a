"""Workbooks: the cells of each sheet as text, formulas by the value that was last worked out."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from interview_coach.domain.incoming import Refused
from interview_coach.domain.table import MOST_COLUMNS, MOST_ROWS
from interview_coach.domain.text import TEXT_LIMIT

_MOST_SHEETS = 20
_PREFACE = 10


def sheets_of(data: bytes) -> list[tuple[str, list[list[str]]]]:
    """Each sheet's title and rows. Raises `Refused`."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return [(sheet.title, _rows(sheet)) for sheet in book.worksheets[:_MOST_SHEETS]]
        finally:
            book.close()
    except (MemoryError, Refused):
        raise
    except Exception as error:  # whatever its parser trips over, the file is not sound
        raise Refused("damaged") from error


def _rows(sheet: Any) -> list[list[str]]:
    # What a sheet says of its own size is often wrong, and may be meant to be.
    sheet.reset_dimensions()
    most = MOST_ROWS + _PREFACE
    rows = sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True)
    return [[_text(value) for value in row] for row in rows]


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
    return str(value)[:TEXT_LIMIT].strip()
