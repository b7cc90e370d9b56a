"""What was read out of a damaged store, in words. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from interview_coach.domain.salvage import Salvaged
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.words_data import sort_of


def verdict(report: Salvaged) -> str:
    """The outcome in one sentence."""
    rows = tr_n("{n} row was read", "{n} rows were read", report.read)
    if report.whole:
        return tr("{rows}, and nothing is known to be missing.", rows=rows)
    return tr("{rows}. Not everything could be saved:", rows=rows)


def lines(report: Salvaged) -> Iterator[str]:
    """The report, a line for each thing."""
    for name, table in report.tables.items():
        parts = [tr_n("{n} read", "{n} read", table.read)]
        if table.before is not None:
            parts.append(tr_n("{n} in the last backup", "{n} in the last backup", table.before))
        if table.mended:
            parts.append(
                tr_n(
                    "{n} with a value that had to be replaced",
                    "{n} with values that had to be replaced",
                    table.mended,
                )
            )
        if table.refused:
            parts.append(tr_n("{n} could not be kept", "{n} could not be kept", table.refused))
        yield tr("{sort}: {what}", sort=sort_of(name), what=", ".join(parts))
    for name, n in report.placeholders.items():
        yield tr_n(
            "{sort}: {n} was lost and has a stand-in, as others belong to it",
            "{sort}: {n} were lost and have stand-ins, as others belong to them",
            n,
            sort=sort_of(name),
        )
    if report.let_go:
        yield tr_n(
            "{n} row pointed to something lost, and points to nothing now",
            "{n} rows pointed to something lost, and point to nothing now",
            report.let_go,
        )
    if report.unreadable:
        yield tr_n(
            "{n} row could not be read at all",
            "{n} rows could not be read at all",
            report.unreadable,
        )
