"""`restore`: a backup takes the place of the store, which is backed up before."""

from __future__ import annotations

import argparse
from pathlib import Path

from interview_coach.app.commands.frame import Call, Command


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the backup")


def _run(call: Call) -> int:
    from interview_coach.store.restoring import restore
    from interview_coach.store.stamps import utc_now
    from interview_coach.ui import words_commands

    source: Path = call.options.file.absolute()
    done = restore(call.folder, source, utc_now())
    call.say(words_commands.restored(str(source), str(done.backup or ""), str(done.kept or "")))
    return 0


COMMAND = Command(
    "restore", "let a backup be your data again; what is there is backed up first", _arguments, _run
)
