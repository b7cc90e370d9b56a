"""A second place for backups: a synchronised folder, a USB stick. Copies of the finished backups go there.

Which one was chosen stands in a small file beside the store: it belongs to this computer, so a restore
does not change it. In the chosen folder everything lies in one of our own, made when it was chosen;
where that is missing the place is away, even if an empty mount point answers to its name.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup
from interview_coach.store.opening import trouble_of
from interview_coach.store.stamps import new_key

FILE = "second-place.json"
OURS = "interview-coach-backups"


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The chosen folder, our own folder in it, and whether its absence has been said already."""

    chosen: Path
    own: Path
    told: bool

    @property
    def there(self) -> bool:
        """Whether it can be reached now."""
        try:
            return self.own.is_dir()
        except OSError:
            return False


def second_place(folder: Path) -> SecondPlace | None:
    """The second place of a store, if one was chosen."""
    try:
        kept = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(kept, dict) or not all(isinstance(kept.get(n), str) for n in ("in", "own")):
        return None
    chosen = Path(kept["in"])
    return SecondPlace(chosen, chosen / kept["own"], bool(kept.get("told")))


def choose(folder: Path, chosen: Path) -> SecondPlace:
    """Let backups go to `chosen` too. Raises `OSError` when nothing can be written there."""
    before = second_place(folder)
    if before is not None and before.chosen == chosen and before.there:
        return before
    # One folder for each store: two computers may share a place.
    own = chosen / f"{OURS}-{new_key()[-8:]}"
    own.mkdir(mode=0o700)
    backup.sync_folder(chosen)
    place = SecondPlace(chosen, own, told=False)
    _keep(folder, place)
    return place


def forget(folder: Path) -> None:
    """No second place any more; what lies there stays."""
    (folder / FILE).unlink(missing_ok=True)


def _keep(folder: Path, place: SecondPlace) -> None:
    kept: dict[str, Any] = {"in": str(place.chosen), "own": place.own.name, "told": place.told}
    backup.write_whole(folder / FILE, json.dumps(kept).encode())


def absence_to_tell(folder: Path) -> SecondPlace | None:
    """The second place when it is away and nobody has been told yet; from now on they have been."""
    place = second_place(folder)
    if place is None or place.there or place.told:
        return None
    _keep(folder, SecondPlace(place.chosen, place.own, told=True))
    return place


def copy_there(folder: Path, now: datetime) -> Path | None:
    """Bring the last backup to the second place, unless it is there; gives the copy's path.

    Nothing happens where no place was chosen or it is away. Raises `OSError` or `Trouble`.
    """
    place = second_place(folder)
    if place is None or not place.there:
        return None
    if place.told:
        # It is back: its next absence is news again.
        _keep(folder, SecondPlace(place.chosen, place.own, told=False))
    # The lock is at home: not every stick and not every network has any.
    with backup.alone_in(backup.open_place(folder)):
        last = next(iter(backup.found(folder)), None)
        if last is None or (place.own / last.path.name).exists():
            return None
        final = place.own / last.path.name
        copy_file(last, final)
        backup.thin_in(place.own, now)
    return final


def copy_file(one: backup.Backup, final: Path) -> None:
    """Copy a finished backup and its note, whole or not at all, and compare what arrived."""
    new = final.with_suffix(backup.HALF)
    try:
        backup.begin_copy(new)
        shutil.copyfile(one.path, new)
        _compare(new, one.digest)
        note = one.path.with_suffix(backup.NOTE)
        if note.exists():
            backup.write_whole(final.with_suffix(backup.NOTE), note.read_bytes())
        backup.settle(new, final)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def _compare(copy: Path, digest: str) -> None:
    if digest and backup.digest_of(copy) != digest:
        raise Trouble("disk_error")


def trouble_there(error: OSError) -> Trouble:
    """What an error of the second place's drive means."""
    return trouble_of(error) or Trouble("disk_error")
