"""`backup`: a verified backup of the store as it is now, also while the window has it open."""

from __future__ import annotations

import argparse

from interview_coach.app.commands.frame import Call, Command, beside


def _arguments(_parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def _run(call: Call) -> int:
    from interview_coach.ui import words_commands

    with beside(call.folder) as store:
        made = store.back_up()
    call.say(words_commands.backed_up(str(made)))
    return 0


COMMAND = Command(
    "backup", "back the data up into its folder “backups”, and check the copy", _arguments, _run
)
