"""In a child: opens one interview after the other at a step, and repeats its statements bare."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from interview_coach.domain.trouble import Trouble
from interview_coach.store.opening import Connection, connect
from interview_coach.ui.interview.page import InterviewPage
from interview_coach.ui.navigator import Navigator
from tests.benchmarks.ground import report
from tests.benchmarks.painting import Window, begin, settle

KNOWN = 40


def bare(reader: Connection, statements: list[str]) -> float:
    """The same statements by nothing but SQLite; milliseconds."""
    began = perf_counter()
    for statement in statements:
        reader.execute(statement).fetchall()
    return (perf_counter() - began) * 1000


def main(folder: Path, step: str, times: int) -> None:
    """Measure both in turn."""
    _app, desk = begin(folder)
    reader = connect(desk.store.path)
    # The newest that lie well behind: all of them are reviewed and answered.
    keys = [
        key
        for (key,) in reader.execute(
            "SELECT owner_id FROM entry WHERE kind = 'interview' AND state = 'rejected' "
            f"ORDER BY key DESC LIMIT {KNOWN}"
        )
    ]
    page = InterviewPage(desk, Navigator())
    window = Window(page)
    window.until_painted(window.show)
    settle()
    first = window.until_painted(lambda: page.show_interview(keys[0], step))
    statements: dict[str, list[str]] = {}
    traced = desk.store._raw_reader
    for key in keys:
        heard: list[str] = []
        traced.set_trace_callback(heard.append)
        try:
            page.show_interview(key, step)
        except Trouble as trouble:
            raise AssertionError(key) from trouble
        settle()
        traced.set_trace_callback(None)
        statements[key] = [s for s in heard if s.lstrip().upper().startswith(("SELECT", "WITH"))]
    found: dict[str, list[float]] = {"opened": [], "bare": []}
    for turn in range(-3, times):
        key = keys[turn % len(keys)]
        settle()
        opened = window.until_painted(lambda key=key: page.show_interview(key, step))  # type: ignore[misc]
        plain = bare(reader, statements[key])
        if turn >= 0:
            found["opened"].append(opened)
            found["bare"].append(plain)
    report(first=first, **found)


main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
