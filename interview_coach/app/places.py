"""Where the data lies: what was asked for, else where the system keeps such things."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ENVIRONMENT = "INTERVIEW_COACH_DATA_DIR"
FOLDER = "interview-coach"


def data_folder(asked: str | None) -> Path:
    """The data folder: the option, else the environment, else the system's usual place.

    The usual place is what QStandardPaths.AppLocalDataLocation gives; it is asked only when the
    other two are silent.
    """
    chosen = asked or os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser().absolute()
    from PySide6.QtCore import QStandardPaths

    generic = QStandardPaths.StandardLocation.GenericDataLocation
    base = QStandardPaths.writableLocation(generic)
    name = FOLDER if sys.platform.startswith("linux") else "Interview Coach"
    return Path(base) / name
