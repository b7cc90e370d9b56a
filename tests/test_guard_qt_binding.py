"""Guards against a PySide6 that drops a reference of None in each void call (6.12.0 on Python 3.11)."""

import subprocess
import sys

CALLS = "from PySide6.QtCore import QObject; o = QObject(); [o.setObjectName('x') for _ in range(200_000)]"


def test_the_installed_pyside_survives_200000_void_calls() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
