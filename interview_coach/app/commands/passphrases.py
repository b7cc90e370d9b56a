"""Where a command has a passphrase from: never from the command line, which others can read."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from interview_coach.app.commands.frame import Call, Failure

ENVIRONMENT = "INTERVIEW_COACH_PASSPHRASE"
_LONGEST = 4096


def add_option(parser: argparse.ArgumentParser) -> None:
    """The option of every command that may need one."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        help=f"the file whose first line is the passphrase; else ${ENVIRONMENT}, else you are asked",
    )


def passphrase(call: Call, *, new: bool) -> str:
    """The passphrase: of the file, of the environment, or asked for, twice when it is `new`."""
    from interview_coach.ui import words_commands_exchange as said

    found = _from_file(call.options.passphrase_file) or os.environ.get(ENVIRONMENT, "")
    if not found and sys.stdin is not None and sys.stdin.isatty():
        found = _asked(new=new)
    if not found:
        raise Failure("locked", said.no_passphrase())
    return found


def _from_file(path: Path | None) -> str:
    if path is None:
        return ""
    with path.open(encoding="utf-8") as file:
        return file.readline(_LONGEST).rstrip("\r\n")


def _asked(*, new: bool) -> str:
    from getpass import getpass

    from interview_coach.ui import words_commands_exchange as said

    first = getpass(said.ask_passphrase())
    if new and getpass(said.ask_passphrase(again=True)) != first:
        raise Failure("two_passphrases", said.two_passphrases())
    return first
