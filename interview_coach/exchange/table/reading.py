"""Tables of applications as a format that can be read: CSV, XLSX, or a zip that holds a CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.domain.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Part,
    Table,
    asked,
    proposed,
)
from interview_coach.domain.table_rows import planned
from interview_coach.domain.text import TEXT_LIMIT
from interview_coach.exchange import zips
from interview_coach.exchange.apart import Limits
from interview_coach.exchange.posting.encoding import text_of
from interview_coach.exchange.posting.pages import has_tags, plain
from interview_coach.exchange.recognise import Head

KIND = "table"
LARGEST = 10 << 20
APART = Limits()
_LARGEST_UNPACKED = 50 << 20
_ENDINGS = frozenset({".csv", ".tsv", ".tab"})
_DELIMITERS = ",;\t|"
_WORKBOOK = "xl/workbook.xml"
_PREFACE = 10
_SEEN_ROWS = 5


def recognises(head: Head) -> bool:
    """Whether it is a workbook, a zip of tables, or a text in columns one of which is known."""
    if head.entries:
        return _WORKBOOK in head.entries or bool(_tables_in(head.entries))
    # UTF-16, as spreadsheets write it, is mostly zeros; else they are no text.
    wide = head.start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not head.start.strip() or (b"\0" in head.start[:1000] and not wide):
        return False
    if head.ending in _ENDINGS:
        return True
    if head.ending not in {"", ".txt"} or head.text.startswith(("<", "{", "[", "BEGIN:")):
        return False
    lines = head.text.splitlines()[:_PREFACE]
    return any(_known_in(cells) >= 2 for cells in _cells("\n".join(lines), _delimiter(head.text)))


def read(data: bytes, name: str = "", told: Told = unheard) -> Table:
    """The table in these bytes. Raises `Refused`."""
    told(0, 0)
    if zips.is_zip(data):
        with zips.opened(data) as packed:
            entries = tuple(packed.namelist())
            if _WORKBOOK in entries:
                if sum(entry.file_size for entry in packed.infolist()) > _LARGEST_UNPACKED:
                    raise Refused("too_large", limit=_LARGEST_UNPACKED)
                from interview_coach.exchange.table.workbook import sheets_of

                return _best(name, sheets_of(data))
            found = [
                (entry, zips.read(packed, entry, LARGEST)) for entry in _tables_in(entries)[:20]
            ]
        return _best(name, [(entry, _rows_of(text_of(content))[0]) for entry, content in found])
    text = text_of(data)
    rows, delimiter = _rows_of(text)
    return _table(name, rows, {"\t": "TAB"}.get(delimiter, delimiter))


def describe(what: Table) -> dict[str, Any]:
    """How its columns were understood, what would be asked, and what its first rows become."""
    choices = proposed(what)
    questions = asked(what, choices)
    plan = planned(what, choices)
    return {
        "read_as": what.read_as,
        "rows": len(what.rows),
        "rows_cut": what.cut,
        "columns": {
            # A name that stands twice keeps its place beside it.
            (name if what.header.count(name) == 1 else f"{name} ({place + 1})"): part.value
            for place, (name, part) in enumerate(zip(what.header, choices.parts, strict=True))
        },
        "day_order": choices.order.value if choices.order else None,
        "states": {state: fate.value for state, fate in choices.states.items()},
        "asked": {
            "company": questions.company,
            "day_order": questions.order,
            "states": list(questions.states),
        },
        "new": len(plan.rows),
        "skipped": {str(line): why.value for line, why in plan.skipped},
        "first_rows": [
            {
                "line": row.line,
                "company": row.draft.company,
                "title": row.draft.title,
                "applied": row.draft.sent_on.isoformat() if row.draft.sent_on else None,
                "interview": row.start.isoformat() if row.start else None,
                "state": row.fate.value if row.fate else None,
                "url": row.draft.posting_url,
                "place": row.draft.place,
                "pay": row.draft.pay,
            }
            for row in plan.rows[:_SEEN_ROWS]
        ],
    }


def _tables_in(entries: Sequence[str]) -> list[str]:
    return [
        entry
        for entry in entries
        if entry.lower().endswith(".csv") and not entry.startswith("__MACOSX/")
    ]


def _known_in(cells: Sequence[str]) -> int:
    """How many of these cells are names of columns that are known."""
    header = tuple(cells)[:MOST_COLUMNS]
    # A column of nothing is about nothing: each is given something to say.
    table = Table("", header, (("x",) * len(header),), (0,))
    return sum(part is not Part.LEFT_OUT for part in proposed(table).parts)


def _delimiter(text: str) -> str:
    """What parts the columns: what Excel declares, else what parts most lines alike."""
    first = text[:20].splitlines()[:1]
    if first and first[0].lower().startswith("sep=") and len(first[0]) == 5:
        return first[0][4]
    sample = "\n".join(text[:65536].splitlines()[:50])

    def alike(delimiter: str) -> tuple[int, int]:
        widths = [len(cells) for cells in _cells(sample, delimiter) if any(cells)]
        usual = max(widths, key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0), usual

    return max(_DELIMITERS, key=alike)


def _cells(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(TEXT_LIMIT)
    found: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            found.append([cell.strip() for cell in cells[:MOST_COLUMNS]])
            if len(found) > MOST_ROWS + _PREFACE:
                break
    except csv.Error as error:
        raise Refused("damaged") from error
    return found


def _rows_of(text: str) -> tuple[list[list[str]], str]:
    text = text.lstrip("\ufeff").replace("\0", "")
    delimiter = _delimiter(text)
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    return _cells(text, delimiter), delimiter


def _best(name: str, sheets: Iterable[tuple[str, list[list[str]]]]) -> Table:
    """Of several tables the one of which most columns are known."""
    found = []
    for title, rows in sheets:
        # A sheet of totals beside it is no reason to refuse the table.
        with suppress(Refused):
            found.append(_table(name, rows, title))
    if not found:
        raise Refused("not_understood")
    return max(found, key=lambda table: (_known_in(table.header), len(table.rows)))


def _table(name: str, rows: list[list[str]], read_as: str) -> Table:
    """The rows under their header, all of one width; lines count from one, as spreadsheets do."""
    filled = [(line, cells) for line, cells in enumerate(rows, 1) if any(cells)]
    if not filled:
        raise Refused("empty")
    # A title may stand above the header: it is where most names are known.
    start = max(range(min(_PREFACE, len(filled))), key=lambda at: (_known_in(filled[at][1]), -at))
    header = _header(filled[start][1])
    width = len(header)
    body = filled[start + 1 :]
    if width < 2 or not body:
        raise Refused("not_understood")
    kept = body[:MOST_ROWS]
    return Table(
        name=name,
        header=header,
        rows=tuple(tuple(map(_cell, (cells + [""] * width)[:width])) for _line, cells in kept),
        lines=tuple(line for line, _cells in kept),
        read_as=read_as,
        cut=len(body) - len(kept),
    )


def _header(cells: list[str]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(cells) if cell), default=0)
    return tuple(cell or f"{place}" for place, cell in enumerate(cells[: last + 1], 1))


def _cell(text: str) -> str:
    return plain(text) if len(text) > 20 and has_tags(text) else text.strip()
