"""`check`: the thorough check, in words or as JSON; status 1 when anything is not in order.

With `--json`: `ok`, `schema`, `rows` and `entries` that were looked at, and `findings`, each with its
`fault` (pages, references, index, entries, rows), `table` ("" where it is nobody's), `count` and
`sentence`.
"""

from __future__ import annotations

import argparse

from interview_coach.app.commands.frame import FAILED, Call, Command, beside


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="answer in JSON, for scripts")


def _run(call: Call) -> int:
    from interview_coach.store.examining import examine
    from interview_coach.ui import words_check

    with beside(call.folder) as store:
        found = examine(store.raw, call.folder)
    findings = [
        {
            "fault": one.fault.value,
            "table": one.table,
            "count": one.count,
            "sentence": words_check.finding(one),
        }
        for one in found.findings
    ]
    if call.wants_json:
        call.show(
            {
                "ok": found.sound,
                "schema": found.schema,
                "rows": found.rows,
                "entries": found.entries,
                "findings": findings,
            }
        )
    else:
        for one in findings:
            call.say(str(one["sentence"]))
        if found.sound:
            call.say(words_check.verdict(found))
    if not found.sound:
        call.error.write(f"{words_check.verdict(found)} {words_check.next_step(found)}\n")
        return FAILED
    return 0


COMMAND = Command(
    "check",
    "look over the data: the file, what belongs to what, search, every row",
    _arguments,
    _run,
)
