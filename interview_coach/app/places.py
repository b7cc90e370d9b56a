"""Where the data lies: what was asked for, else where the system keeps such things."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path

KNOWN = "known-folders.json"
ENVIRONMENT = "INTERVIEW_COACH_DATA_DIR"
FOLDER = "interview-coach"


def data_folder(asked: str | None) -> Path:
    """The data folder: the option, else the environment, else the system's usual place."""
    chosen = asked or os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    return _usual() / (FOLDER if sys.platform.startswith("linux") else "Interview Coach")


def _usual() -> Path:
    """What QStandardPaths.GenericDataLocation gives, without Qt: the commands do not load it."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    named = os.environ.get("XDG_DATA_HOME", "")
    # A relative one is to be ignored, says the specification.
    return Path(named) if os.path.isabs(named) else Path.home() / ".local" / "share"  # noqa: PTH117


def is_gone(folder: Path) -> bool:
    """Whether a folder once held data and is not there now: on a drive that is unplugged, perhaps.

    Only of folders that were asked for: beginning anew there would look as if all were lost.
    """
    return not folder.exists() and str(folder) in _known()


def remember(folder: Path) -> None:
    """Note that there is data in a folder other than the usual one."""
    usual = data_folder(None)
    if folder == usual or str(folder) in _known():
        return
    from interview_coach.store.backup import write_whole

    # Without the note a folder that is gone is merely begun anew.
    with suppress(OSError):
        usual.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(usual / KNOWN, json.dumps(sorted({*_known(), str(folder)})).encode())


def _known() -> set[str]:
    try:
        found = json.loads((data_folder(None) / KNOWN).read_bytes())
    except (OSError, ValueError):
        return set()
    return {name for name in found if isinstance(name, str)} if isinstance(found, list) else set()
