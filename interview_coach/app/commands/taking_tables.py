"""Takes a table over, where nothing about it is left to the person to say."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from interview_coach.app.commands.frame import Failure
from interview_coach.app.commands.importing import Answer
from interview_coach.domain.table import Table, asked, recalled, signature
from interview_coach.domain.table_rows import Planned, planned

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader
    from interview_coach.store.store import Store

_HOUR = 10


def preview(what: Table, reader: Reader | None) -> Answer:
    """What would be done, and what would be asked."""
    from interview_coach.store import settings, table
    from interview_coach.ui import words_table

    kept = settings.setting(reader, _name(what)) if reader else ""
    choices = recalled(what, kept)
    plan = planned(what, choices, table.imported_keys(reader) if reader else ())
    lines = [words_table.about(what), words_table.would(plan)]
    lines += words_table.questions(asked(what, choices))
    return Answer(lines, {"would": _told(plan)})


def take(what: Table, store: Store, options: argparse.Namespace) -> Answer:
    """Import what is new, after a backup; refuse where something would have to be guessed."""
    del options
    from interview_coach.store import settings, table
    from interview_coach.ui import words_table

    choices = recalled(what, store.ask(settings.setting, _name(what)))
    plan = planned(what, choices, store.ask(table.imported_keys))
    open_ones = words_table.questions(asked(what, choices))
    if open_ones:
        raise Failure("asked", words_table.asked_in_window(open_ones))
    if plan.rows:
        from tzlocal import get_localzone_name

        zone = get_localzone_name() or "UTC"
        store.back_up("before-import")
        today = store.clock().astimezone().date()
        store.do(table.import_table, plan.rows, zone, _HOUR, today)
    return Answer([words_table.taken(len(plan.rows))], {"did": _told(plan)})


def _name(what: Table) -> str:
    return f"table:{signature(what.header)}"


def _told(plan: Planned) -> dict[str, object]:
    return {
        "new": len(plan.rows),
        "skipped": [{"line": line, "why": why.value} for line, why in plan.skipped],
    }
