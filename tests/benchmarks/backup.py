"""One backup: copied, checked and described, against SQLite's bare backup API and one sync."""

from __future__ import annotations

import os
from pathlib import Path
from time import perf_counter

from interview_coach.store.opening import FILE_NAME, connect
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, named

TIMES = 20


def run(ground: Ground) -> list[Figure]:
    """A backup by hand of each store that has something in it."""
    figures = []
    for size in ground.full_sizes:
        with ground.copy(size) as folder:
            ours, floor = _measured(folder, min(ground.times, TIMES))
        figures.append(Figure.of("one backup", named(size), ours, floor))
    return figures


def _measured(folder: Path, times: int) -> tuple[list[float], list[float]]:
    from interview_coach.store import backup

    store = connect(folder / FILE_NAME)
    ours, floor = [], []
    for _ in range(times):
        bare = folder / "bare.db"
        bare.unlink(missing_ok=True)
        began = perf_counter()
        copy = connect(bare, "rwc")
        store.backup(copy)
        copy.close()
        with bare.open("r+b") as file:
            os.fsync(file.fileno())
        floor.append((perf_counter() - began) * 1000)
        began = perf_counter()
        made = backup.make(store, folder)
        ours.append((perf_counter() - began) * 1000)
        backup.remove(made)
    store.close()
    return ours, floor
