"""From starting the process to the first paint with content, and what it holds in memory then."""

from __future__ import annotations

from collections import defaultdict
from statistics import median

from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, named

FRAME_MS = 50.0


def run(ground: Ground) -> list[Figure]:
    """First paint, ready, the longest frame until then, and memory; per screen and store."""
    return [figure for screen in ground.screens for figure in _on(ground, screen.name)]


def _on(ground: Ground, name: str) -> list[Figure]:
    screen = next(s for s in ground.screens if s.name == name)
    times: dict[str, list[float]] = defaultdict(list)
    # The first round of each warms the disk's cache and compiles; it is not counted.
    for turn in range(int(ground.tiny), ground.starts + 1):
        found = {
            "floor": ground.child("empty_window", screen=screen),
            "dressed": ground.child("empty_window", "--dressed", screen=screen),
            **{
                named(size): ground.child("started", ground.store(size), screen=screen)
                for size in ground.sizes
            },
        }
        for key, told in found.items() if turn else ():
            for what in ("painted", "ready"):
                if what in told:
                    times[f"{key} {what}"].append((told[what] - told["began"]) * 1000)
            times[f"{key} frame"].append(told.get("frame", 0.0))
            times[f"{key} resident"].append(told["resident"])
    figures = [
        Figure(
            f"start to first paint, {name}, window in the same look",
            "none",
            median(times["dressed painted"]),
            median(times["floor painted"]),
        )
    ]
    for size in ground.sizes:
        key = named(size)
        figures += [
            Figure.of(
                f"start to first paint, {name}",
                key,
                times[f"{key} painted"],
                times["floor painted"],
                aim=1.3,
            ),
            Figure.of(
                f"start to ready, {name}", key, times[f"{key} ready"], times["floor painted"]
            ),
            Figure(
                f"longest frozen frame until ready, {name}",
                key,
                median(times[f"{key} frame"]),
                worst=max(times[f"{key} frame"]),
                limit=FRAME_MS,
            ),
            Figure(
                f"memory after start (MB), {name}",
                key,
                median(times[f"{key} resident"]),
                median(times["floor resident"]),
                unit="MB",
            ),
        ]
    return figures
