"""`import FILE`: reads any format that is known, shows what was understood, and takes it over.

What becomes of a file is a `Taker`'s matter, one for each kind of format: `takers` lists them.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from interview_coach.app.commands import passphrases
from interview_coach.app.commands.frame import Call, Command, Failure, beside, opened
from interview_coach.domain.incoming import Refused, Understood

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader
    from interview_coach.store.store import Store


@dataclass(frozen=True)
class Answer:
    """What a taker says: lines for a person, and fields for a script."""

    lines: Sequence[str]
    fields: Mapping[str, Any] = field(default_factory=dict)


class Taker(Protocol):
    """Takes what was understood of a kind of file over into the store. A module can be one."""

    def preview(self, what: Any, reader: Reader | None) -> Answer:
        """What would be done; nothing is. There is no reader where there is no store yet."""

    def take(self, what: Any, store: Store, options: argparse.Namespace) -> Answer:
        """Do it, with a backup before."""


def takers() -> Mapping[str, Taker]:
    """Who takes which kind of format."""
    from interview_coach.app.commands import (
        taking_calendars,
        taking_documents,
        taking_postings,
        taking_resumes,
        taking_tables,
    )

    return {
        "archive": taking_documents,
        "calendar": taking_calendars,
        "document": taking_documents,
        "posting": taking_postings,
        "resume": taking_resumes,
        "table": taking_tables,
    }


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the file")
    parser.add_argument(
        "--preview", action="store_true", help="only show what was understood; save nothing"
    )
    parser.add_argument("--json", action="store_true", help="answer as JSON, field by field")
    parser.add_argument(
        "--theirs", action="store_true", help="in every conflict take what the file says"
    )
    passphrases.add_option(parser)


def _run(call: Call) -> int:
    from interview_coach.exchange import recognise
    from interview_coach.ui import words_commands_exchange as said

    path: Path = call.options.file.absolute()
    try:
        found = _read(call, path)
        taker = takers().get(found.kind)
        if call.options.preview:
            answer = _preview(call, taker, found)
        elif taker is None:
            raise Failure("nobody_takes", said.nobody_takes(found.kind))
        else:
            with opened(call.folder, make=True) as store:
                answer = taker.take(found.what, store, call.options)
    except Refused as refused:
        raise Failure(refused.code, said.refusal(refused)) from refused
    if call.wants_json:
        call.show({"ok": True, **recognise.describe(found), **answer.fields})
    for line in () if call.wants_json else answer.lines:
        call.say(line)
    return 0


def _read(call: Call, path: Path) -> Understood:
    from interview_coach.exchange import recognise

    try:
        return recognise.read(path)
    except Refused as refused:
        if refused.code != "locked":
            raise
    return recognise.read(path, passphrase=passphrases.passphrase(call, new=False))


def _preview(call: Call, taker: Taker | None, found: Understood) -> Answer:
    from interview_coach.store.opening import FILE_NAME

    if taker is None:
        return Answer(())
    if not (call.folder / FILE_NAME).exists():
        return taker.preview(found.what, None)
    with beside(call.folder) as store, store.reader() as reader:
        return taker.preview(found.what, reader)


COMMAND = Command(
    "import", "read a file, and take over what it holds; or only show it", _arguments, _run
)
