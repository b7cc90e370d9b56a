"""Everything as CSV: one table a file, in UTF-8, with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from interview_coach.domain.document import Tables, Value, Values
from interview_coach.domain.incoming import Told, unheard

# Spreadsheets look for their encoding in a mark at the beginning.
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_OVERVIEW = (
    "company",
    "title",
    "kind",
    "start",
    "zone",
    "mode",
    "decision",
    "decided_on",
    "answer",
)


def harmless(value: Value) -> Value:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before one that looks so.

    >>> harmless("=1+1"), harmless(" @SUM(A1)"), harmless(-5), harmless("a-b"), harmless(None)
    ("'=1+1", "' @SUM(A1)", -5, 'a-b', '')
    """
    if value is None:
        return ""
    if isinstance(value, str) and (
        value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA)
    ):
        return f"'{value}"
    return value


def table(columns: Sequence[str], rows: Iterable[Values]) -> bytes:
    """One table as CSV (RFC 4180): comma, quotes where needed, CRLF between rows."""
    stream = io.StringIO(newline="")
    stream.write(_MARK)
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([harmless(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue().encode("utf-8", "replace")


def files(
    tables: Tables, columns: Mapping[str, Sequence[str]], told: Told = unheard
) -> dict[str, bytes]:
    """Every table by its file name, and before them an overview with a row for each interview.

    `columns` names the columns of each table, so that an empty one has its head too.
    """
    made = {"overview.csv": table(_OVERVIEW, _overview(tables))}
    for place, name in enumerate(columns):
        told(place, len(columns))
        made[f"{name}.csv"] = table(columns[name], tables.get(name, ()))
    return made


def _overview(tables: Tables) -> Iterable[Values]:
    jobs = {row["id"]: row for row in tables.get("opportunity", ())}
    companies = {row["id"]: row for row in tables.get("company", ())}
    outcomes = {row.get("interview_id"): row for row in tables.get("outcome", ())}
    for held in sorted(tables.get("interview", ()), key=lambda row: str(row["start"])):
        job = jobs.get(held["opportunity_id"], {})
        company = companies.get(job.get("company_id"), {})
        outcome = outcomes.get(held["id"], {})
        yield {
            **{name: held.get(name) for name in ("kind", "start", "zone", "mode")},
            **{name: outcome.get(name) for name in ("decision", "decided_on", "answer")},
            "company": company.get("name"),
            "title": job.get("title"),
        }
