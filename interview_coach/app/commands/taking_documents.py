"""Takes an exported document over, from an archive or as it is; see `store.merging` for the rules."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from interview_coach.app.commands.importing import Answer
from interview_coach.domain.document import Document
from interview_coach.domain.merging import Fate, Merge

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader
    from interview_coach.store.store import Store


def preview(what: Document, reader: Reader | None) -> Answer:
    """What an import would do."""
    from interview_coach.store.merging import plan_import
    from interview_coach.store.preparing import prepared
    from interview_coach.ui import words_commands_exchange as said

    sound = prepared(what)
    if reader is None:
        return Answer((), {"would": {"new": sum(len(rows) for rows in sound.tables.values())}})
    found = plan_import(reader, sound)
    return Answer(said.would(found), {"would": _told(found)})


def take(what: Document, store: Store, options: argparse.Namespace) -> Answer:
    """Import it, after a backup."""
    from interview_coach.store.merging import import_document, plan_import
    from interview_coach.store.preparing import prepared
    from interview_coach.ui import words_commands_exchange as said

    sound = prepared(what)
    found = store.ask(plan_import, sound)
    if not found.idle:
        store.back_up("before-import")
        theirs = [conflict.id for conflict in found.conflicts] if options.theirs else []
        store.do(import_document, sound, theirs)
    return Answer(said.did(found, theirs=options.theirs), {"did": _told(found)})


def _told(found: Merge) -> dict[str, Any]:
    """What an import would do, or did, as plain values."""
    return {
        **{fate.value: found.total(fate) for fate in Fate},
        "tables": {
            tally.table: {fate.value: getattr(tally, fate.value) for fate in Fate}
            for tally in found.tallies
        },
        "conflicts": [
            {
                "id": conflict.id,
                "table": conflict.table,
                "clash": conflict.clash.value,
                "title": conflict.title,
                "company": conflict.company,
                "differences": [
                    {"column": one.column, "mine": _plain(one.mine), "theirs": _plain(one.theirs)}
                    for one in conflict.differences
                ],
            }
            for conflict in found.conflicts
        ],
    }


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | float) else str(value)
