"""Everything as Markdown: one file for each interview, to be read in ten years with any editor.

What belongs to an interview by any chain of keys is in its file, whichever table it is in; what belongs
to an opportunity or a company comes first in the file of each of its rounds. What belongs to no round has
a file of its own. Texts stay as they were typed, but that nothing in them is a link, a picture or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from interview_coach.domain.document import Tables, Value, Values
from interview_coach.domain.incoming import Told, unheard
from interview_coach.exchange.file_names import file_name, numbered

# Not the person's words, and of no use to a reader.
_UNSEEN = frozenset(
    {"id", "created_at", "changed_at", "trashed_at", "trash_batch", "position", "fold"}
    | {"start_at", "end_at", "template_key", "posting_key", "ref", "weight", "minutes_after"}
)
_TITLES = ("name", "title", "text")
# What is said with its day.
_DATED = frozenset({("remark", "created_at")})
# By which the program knows again what it has read; and what stands in the newest text.
_LISTED_ELSEWHERE = frozenset({"version", "imported", "invitation"})


class Wording(Protocol):
    """The person's words for tables, columns and values."""

    def table(self, name: str) -> str:
        """What the rows of a table are called, together: Questions they asked."""

    def column(self, table: str, name: str) -> str:
        """What a column is called."""

    def value(self, table: str, column: str, value: Value) -> str:
        """A stored value in words."""


def files(tables: Tables, wording: Wording, told: Told = unheard) -> dict[str, bytes]:
    """Every file by its name. `told` may raise to give it up."""
    book = _Book(tables, wording)
    names: list[str] = []
    texts: list[str] = []
    rounds = sorted(
        tables.get("interview", ()), key=lambda row: (str(row["start"]), str(row["id"]))
    )
    for place, held in enumerate(rounds):
        told(place, len(rounds))
        names.append(book.name_of(held))
        texts.append("\n".join(book.interview(held)))
    for job in tables.get("opportunity", ()):
        if not any(held["opportunity_id"] == job["id"] for held in rounds):
            names.append(file_name(book.company_of(job), str(job["title"])))
            texts.append("\n".join(book.opportunity(job)))
    if rest := list(book.rest()):
        names.append(file_name(wording.table("rest")))
        texts.append("\n".join(rest))
    return {
        name: f"{text}\n".encode("utf-8", "replace")
        for name, text in zip(numbered(names, ".md"), texts, strict=True)
    }


class _Book:
    """Writes the tables as chapters."""

    def __init__(self, tables: Tables, wording: Wording) -> None:
        self._tables = tables
        self._wording = wording
        self._rows = {name: {row["id"]: row for row in rows} for name, rows in tables.items()}
        self._below: dict[tuple[str, Value], list[tuple[str, Values]]] = {}
        self._told: set[Value] = set()
        for name, rows in tables.items():
            for row in rows:
                for parent in self._parents(name, row):
                    self._below.setdefault(parent, []).append((name, row))

    def _parents(self, name: str, row: Values) -> Iterator[tuple[str, Value]]:
        """What a row belongs to: the first column that names a row, as the tables are written."""
        if name in {"company", "opportunity", "interview", *_LISTED_ELSEWHERE}:
            return
        for column, value in row.items():
            target = column.removesuffix("_id")
            if target != column and value is not None and value in self._rows.get(target, {}):
                yield target, value
                return

    def company_of(self, job: Values) -> str:
        """The name of an opportunity's company."""
        return str(self._rows["company"].get(job["company_id"], {}).get("name") or "")

    def name_of(self, held: Values) -> str:
        """The file's name: the day first, so that they lie in order."""
        job = self._rows["opportunity"].get(held["opportunity_id"], {})
        start = str(held["start"]).replace("T", " ").replace(":", "")
        kind = self._wording.value("interview", "kind", held["kind"])
        return file_name(
            start, self.company_of(job) if job else "", str(job.get("title") or ""), kind
        )

    def interview(self, held: Values) -> Iterator[str]:
        """The chapters of one interview."""
        job = self._rows["opportunity"].get(held["opportunity_id"], {})
        kind = self._wording.value("interview", "kind", held["kind"])
        yield f"# {_line(self.company_of(job) if job else '')}: {_line(job.get('title'))}, {_line(kind)}"
        yield ""
        yield from self._fields("interview", held, besides=("kind", "opportunity_id"))
        yield from self._children(("interview", held["id"]), 2)
        if job:
            yield from self._about_job(job)

    def opportunity(self, job: Values) -> Iterator[str]:
        """The chapters of an opportunity without a round."""
        yield f"# {_line(self.company_of(job))}: {_line(job['title'])}"
        yield ""
        yield from self._about_job(job)

    def _about_job(self, job: Values) -> Iterator[str]:
        yield f"## {self._wording.table('opportunity')}"
        yield ""
        yield from self._fields("opportunity", job, besides=("title", "company_id"))
        yield from self._children(("opportunity", job["id"]), 3)
        company = self._rows["company"].get(job["company_id"])
        if company is not None:
            yield f"## {self._wording.table('company')}"
            yield ""
            yield from self._fields("company", company, besides=("name",))
            yield from self._children(("company", company["id"]), 3)

    def rest(self) -> Iterator[str]:
        """What belongs to no interview and no opportunity."""
        used = {job["company_id"] for job in self._tables.get("opportunity", ())}
        loose: dict[str, list[Values]] = {}
        for name, rows in self._tables.items():
            if name in {"interview", "opportunity", *_LISTED_ELSEWHERE}:
                continue
            for row in rows:
                if row["id"] in used if name == "company" else any(self._parents(name, row)):
                    continue
                loose.setdefault(name, []).append(row)
        for name, rows in loose.items():
            yield from self._group(name, rows, 1)

    def _children(self, parent: tuple[str, Value], level: int) -> Iterator[str]:
        groups: dict[str, list[Values]] = {}
        for name, row in self._below.get(parent, ()):
            groups.setdefault(name, []).append(row)
        for name, rows in groups.items():
            yield from self._group(name, rows, level)

    def _group(self, name: str, rows: Sequence[Values], level: int) -> Iterator[str]:
        yield f"{'#' * min(level, 6)} {self._wording.table(name)}"
        yield ""
        for row in sorted(rows, key=lambda one: (one.get("position") or 0, str(one["id"]))):
            title = next((column for column in _TITLES if row.get(column)), "")
            if title and not _is_long(row[title]):
                mark = ("[x] " if row["done"] else "[ ] ") if "done" in row else ""
                yield f"- {mark}{_line(row[title])}"
                inner = list(self._fields(name, row, besides=(title, "done")))
                yield from (f"  {text}" if text else "" for text in inner or [""])
            else:
                yield from self._fields(name, row)
            yield from self._children((name, row["id"]), level + 1)

    def _fields(self, table: str, row: Values, besides: Sequence[str] = ()) -> Iterator[str]:
        short: list[str] = []
        long: list[tuple[str, str]] = []
        for column, value in row.items():
            unseen = column in _UNSEEN and (table, column) not in _DATED
            if unseen or column in besides or value in (None, ""):
                continue
            if column.endswith("_id"):
                # Where it stands says what it belongs to.
                within = next(self._parents(table, row), None) == (
                    column.removesuffix("_id"),
                    value,
                )
                said = "" if within else self._named(column, value)
            else:
                said = self._wording.value(table, column, value)
            if not said or any(said == row.get(name) for name in besides):
                continue
            heading = self._wording.column(table, column)
            if _is_long(said):
                long.append((heading, said))
            else:
                short.append(f"- {heading}: {_line(said)}")
        if short:
            yield from short
            yield ""
        for heading, said in long:
            yield f"**{heading}**"
            yield ""
            yield from _paragraphs(said)
            yield ""

    def _named(self, column: str, value: Value) -> str:
        """What a reference is called; nothing where that says no more than where the row stands."""
        row = self._rows.get(column.removesuffix("_id"), {}).get(value, {})
        title = next((name for name in _TITLES if row.get(name)), "")
        return str(row[title]) if title else ""


def _is_long(value: Value) -> bool:
    return isinstance(value, str) and ("\n" in value or len(value) > 120)


_ACTIVE = re.compile(r"([\\<\[`])")
# A line that would begin a heading, a rule, a fence or a quotation of its own.
_BEGINS = re.compile(r"^(\s*)(#|>|~~~|=+\s*$|-+\s*$|\*\s*\*|_\s*_)")


def _line(value: object) -> str:
    """A text on one line, with nothing in it that a reader would follow or load."""
    return _ACTIVE.sub(r"\\\1", " ".join(str(value or "").split()))


def _paragraphs(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield _BEGINS.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", line))
