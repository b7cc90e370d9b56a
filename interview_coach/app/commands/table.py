"""The table of commands, and how the command line learns of them.

Read at every start of the window too: the modules of the commands import what they work with late.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from interview_coach.app.commands import backup, check, exporting, importing, restore
from interview_coach.app.commands.frame import Call, Command, attempt, fail
from interview_coach.app.places import data_folder

COMMANDS: tuple[Command, ...] = (
    backup.COMMAND,
    restore.COMMAND,
    check.COMMAND,
    exporting.COMMAND,
    importing.COMMAND,
)


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Let the program's command line know each command."""
    added = parser.add_subparsers(dest="command", metavar="COMMAND", title="without the window")
    for command in COMMANDS:
        own = added.add_parser(command.name, help=command.help, description=command.help)
        # Also after the command's name; what stands before it is kept.
        own.add_argument(
            "--data-dir",
            metavar="DIR",
            default=argparse.SUPPRESS,
            help="the folder that holds your data",
        )
        command.arguments(own)


def run_command(name: str, options: argparse.Namespace) -> int:
    """Run the command of this name; the exit status."""
    command = next(one for one in COMMANDS if one.name == name)
    try:
        folder = data_folder(options.data_dir)
    except Exception as error:  # noqa: BLE001  a sentence, as for whatever goes wrong later
        return fail(Call(Path(), options, sys.stdout, sys.stderr), error)
    return attempt(command, Call(folder, options, sys.stdout, sys.stderr))
