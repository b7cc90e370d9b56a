"""Where the data lies: what was asked for, else where the system keeps such things."""

from __future__ import annotations

import os
import sys
from pathlib import Path

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
