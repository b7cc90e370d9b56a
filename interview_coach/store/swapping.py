"""Puts a finished store in the place of the live one, so that a stop at any point loses neither.

What is to be done is written down first. Whoever opens the folder next finishes it (`finish`), as every
step can be done again: the old file and its log go aside under their new name, or are replaced when
they are kept elsewhere, and the new file takes the name. The folder's lock is held by the caller.
"""

from __future__ import annotations

import json
from pathlib import Path

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup
from interview_coach.store.opening import SWAP_NAME

PLAN = SWAP_NAME
LOGS = ("-wal", "-shm", "-journal")


def swap(new: Path, live: Path, aside: Path | None) -> None:
    """Let the finished file `new` be the store; the old one is kept as `aside` where that is given.

    Without `aside` the old one has been backed up, and SQLite has closed it without a log.
    """
    backup.sync_file(new)
    note_plan(new, live, aside)
    carry_out(new, live, aside)
    drop_plan(live.parent)


def note_plan(new: Path, live: Path, aside: Path | None) -> None:
    """Write down what is to be done; from here on it will be done."""
    plan = {"new": new.name, "live": live.name, "aside": aside.name if aside else ""}
    backup.write_whole(live.parent / PLAN, json.dumps(plan).encode())


def carry_out(new: Path, live: Path, aside: Path | None) -> None:
    """Do what the plan says; each step may have been done before."""
    if not new.exists():
        return  # It has its name already: what stands there now is the new one.
    if aside is not None:
        move_aside(live, aside)
    else:
        drop_logs(live)
    take_the_name(new, live)


def move_aside(live: Path, aside: Path) -> None:
    """The old file and its log get their new name; nothing is deleted."""
    for ending in ("", *LOGS):
        old = live.with_name(live.name + ending)
        kept = aside.with_name(aside.name + ending)
        if old.exists() and not kept.exists():
            old.rename(kept)
    backup.sync_folder(live.parent)


def drop_logs(live: Path) -> None:
    """No log of the old store may be played into the new one."""
    for ending in LOGS:
        live.with_name(live.name + ending).unlink(missing_ok=True)
    backup.sync_folder(live.parent)


def take_the_name(new: Path, live: Path) -> None:
    """The one step between old and new."""
    new.replace(live)
    backup.sync_folder(live.parent)


def drop_plan(folder: Path) -> None:
    """It is done."""
    (folder / PLAN).unlink(missing_ok=True)
    backup.sync_folder(folder)


def finish(folder: Path) -> None:
    """Finish what a stop interrupted. Raises `Trouble("damaged")` for a plan that nobody can read."""
    try:
        plan = json.loads((folder / PLAN).read_bytes())
        names = {part: str(plan[part]) for part in ("new", "live", "aside")}
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError) as error:
        raise Trouble("damaged") from error
    # Names only: a plan that someone else wrote reaches nothing outside this folder.
    new, live, aside = (folder / Path(names[part]).name for part in ("new", "live", "aside"))
    carry_out(new, live, aside if names["aside"] else None)
    drop_plan(folder)
