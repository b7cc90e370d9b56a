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
    _copy(call)
    return 0


def _copy(call: Call) -> None:
    """Bring it to the second place; the backup itself is made, so trouble there is no failure."""
    from interview_coach.domain.trouble import Trouble
    from interview_coach.store import second_place
    from interview_coach.store.opening import trouble_of
    from interview_coach.store.stamps import utc_now
    from interview_coach.ui import words_commands

    place = second_place.second_place(call.folder)
    if place is not None and not place.there:
        call.say(words_commands.place_away(str(place.chosen)))
        return
    try:
        copy = second_place.copy_there(call.folder, utc_now())
    except (Trouble, OSError) as error:
        known = error if isinstance(error, Trouble) else trouble_of(error) or Trouble("disk_error")
        call.error.write(f"{words_commands.not_copied(words_commands.trouble(known))}\n")
    else:
        if copy is not None:
            call.say(words_commands.copied(str(copy)))


COMMAND = Command(
    "backup", "back the data up into its folder “backups”, and check the copy", _arguments, _run
)
